// Reads the letters that a platform without a mail server writes into a folder.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export class Mailbox {
  #opened = new Set()

  constructor(folder) {
    this.folder = folder
  }

  /** The next letter to an address that was not opened yet; waits for it. */
  async next(address, { patience = 10_000 } = {}) {
    const deadline = Date.now() + patience
    while (Date.now() < deadline) {
      for (const letter of await this.all()) {
        if (letter.to.toLowerCase().includes(address.toLowerCase()) && !this.#opened.has(letter.file)) {
          this.#opened.add(letter.file)
          return letter
        }
      }
      await pause(50)
    }
    throw new Error(`no letter to ${address} in ${this.folder} within ${patience} ms`)
  }

  /** Every letter, in the order of the names of their files. */
  async all() {
    const files = (await readdir(this.folder).catch(() => [])).filter((file) => file.endsWith('.eml')).sort()
    return Promise.all(files.map(async (file) => ({ file, ...letter(await readFile(join(this.folder, file))) })))
  }
}

/** `{ to, from, subject, text, html, links }` of what stands in an .eml file. */
export function letter(bytes) {
  const { headers, parts } = part(bytes.toString('latin1'))
  const text = parts.find(({ type }) => type.startsWith('text/plain'))?.text ?? ''
  const html = parts.find(({ type }) => type.startsWith('text/html'))?.text ?? ''
  const links = [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])]
  const word = (name) => decodedWords(headers[name] ?? '')
  return { to: word('to'), from: word('from'), subject: word('subject'), headers, text, html, links }
}

function part(source) {
  const [, head, body] = source.match(/^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/) ?? [null, source, '']
  const headers = {}
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  const type = (headers['content-type'] ?? 'text/plain').toLowerCase()
  const boundary = headers['content-type']?.match(/boundary="?([^";]+)"?/i)?.[1]
  if (!boundary) return { headers, parts: [{ type, text: decoded(body, headers['content-transfer-encoding']) }] }
  const inner = body.split(`--${boundary}`).slice(1, -1)
  return { headers, parts: inner.flatMap((source) => part(source.replace(/^\r?\n/, '')).parts) }
}

function decoded(body, encoding = '7bit') {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (/quoted-printable/i.test(encoding)) return unquoted(body.replace(/=\r?\n/g, ''))
  return Buffer.from(body, 'latin1').toString('utf8')
}

function unquoted(text) {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** `=?utf-8?b?…?=` in a header. */
function decodedWords(value) {
  const joined = value.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind, text) =>
    kind.toLowerCase() === 'b' ? decoded(text, 'base64') : unquoted(text.replaceAll('_', ' ')))
}
