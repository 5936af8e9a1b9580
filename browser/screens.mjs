// Pictures of each page type: `node screens.mjs FOLDER [PATTERN]`; `cargo xtask screens` builds first.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Browser } from './harness.mjs'
import { open, pages, Towns } from './pages.mjs'

const [folder, pattern = ''] = process.argv.slice(2)
const WIDTHS = [360, 768, 1280]
const LANGUAGES = ['en', 'hu']
/** What people pin to a wall or hand round, as it looks on paper. */
const ON_PAPER = ['decision-closed', 'groups-map', 'charter', 'groups', 'meeting', 'map-poster']
/** A sheet of A4 with its margins, at 96 pixels an inch. */
const SHEET = { width: 673, height: 1000 }

const missing = []
let count = 0

await rm(join(folder, 'data'), { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const browser = await Browser.open()
const towns = await Towns.open(browser, { data: join(folder, 'data') })
try {
  for (const type of pages.filter(({ name }) => new RegExp(pattern).test(name))) {
    for (const language of LANGUAGES) await photograph(type, language, screens)
    await photograph(type, 'en', withoutJavaScript, { javaScript: false })
    if (ON_PAPER.includes(type.name)) await photograph(type, 'en', paper)
  }
} finally {
  await browser.close()
  await towns.stop()
}
console.log(`${count} pictures in ${folder}`)
if (missing.length > 0) {
  console.log(`No picture of:\n  ${missing.join('\n  ')}`)
  process.exitCode = 1
}

async function photograph(type, language, take, { javaScript = true } = {}) {
  const page = await browser.as(type.as, towns[type.of], { language, javaScript })
  // As at the foot of each page: for whoever is signed in it is kept with the person.
  await page.request.post('/language', { form: { language, next: '/' } })
  const answer = await open(page, type, towns.at)
  if (answer?.status() === (type.status ?? 200)) await take(page, type.name, language)
  else missing.push(`${type.name} (${language}): ${answer ? answer.status() : 'no sample to open'}`)
  await page.context().close()
}

async function screens(page, name, language) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await picture(page, [name, width, colorScheme, language])
    }
  }
}

async function withoutJavaScript(page, name, language) {
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await picture(page, [name, WIDTHS[0], 'light', language, 'without-js'])
}

async function paper(page, name, language) {
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await picture(page, [name, 'paper', language])
}

async function picture(page, words) {
  await page.screenshot({ path: join(folder, `${words.join('-')}.png`), fullPage: true })
  count += 1
}
