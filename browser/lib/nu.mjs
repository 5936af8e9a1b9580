// The Nu HTML checker. One start of Java checks many pages, which is most of the time it takes.

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { once } from 'node:events'

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

/** The errors in pages given as `{ name: html }`, as a list of sentences. */
export async function markupFaults(pages) {
  const folder = await mkdtemp(join(tmpdir(), 'kalaka-nu-'))
  try {
    const names = Object.keys(pages)
    const files = names.map((_, index) => join(folder, `${index}.html`))
    await Promise.all(names.map((name, index) => writeFile(files[index], pages[name])))
    const { messages } = await check(files)
    return messages.filter(({ type }) => type !== 'info').map(({ url, message, lastLine, extract }) => {
      const name = names[parseInt(basename(url), 10)]
      return `${name}:${lastLine}: ${message} ${JSON.stringify(extract ?? '')}`
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function check(files) {
  const java = spawn('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files])
  let told = ''
  java.stderr.on('data', (words) => (told += words))
  const [code] = await once(java, 'close')
  if (code !== 0) throw new Error(`the Nu checker ended with ${code}: ${told}`)
  return JSON.parse(told)
}
