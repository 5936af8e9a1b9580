// Pictures of each page type: `node screens.mjs FOLDER [PATTERN]`; `cargo xtask screens` builds first.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Browser, Platform } from './harness.mjs'
import { DEVELOPMENT, open, pages } from './pages.mjs'

const [folder, pattern = ''] = process.argv.slice(2)
const WIDTHS = [360, 768, 1280]
const LANGUAGES = ['en', 'hu']

const missing = []
let count = 0

await rm(join(folder, 'data'), { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const town = await Platform.demo({ data: join(folder, 'data'), environment: DEVELOPMENT })
const browser = await Browser.open()
try {
  for (const type of pages.filter(({ name }) => name.includes(pattern))) {
    for (const language of LANGUAGES) await photograph(type, language)
    await photograph(type, 'en', { javaScript: false })
  }
} finally {
  await browser.close()
  await town.stop()
}
console.log(`${count} pictures in ${folder}`)
if (missing.length > 0) {
  console.log(`No picture of:\n  ${missing.join('\n  ')}`)
  process.exitCode = 1
}

async function photograph(type, language, { javaScript = true } = {}) {
  const page = await browser.as(type.as, town, { language, javaScript })
  await page.context().addCookies([{ name: 'language', value: language, url: town.url }])
  const answer = await open(page, type)
  if (answer?.status() === (type.status ?? 200)) {
    for (const width of javaScript ? WIDTHS : WIDTHS.slice(0, 1)) {
      for (const colorScheme of javaScript ? ['light', 'dark'] : ['light']) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const name = [type.name, width, colorScheme, language, ...(javaScript ? [] : ['without-js'])].join('-')
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
        count += 1
      }
    }
  } else {
    missing.push(`${type.name} (${language}): ${answer ? answer.status() : `no sample in ${type.steps[0]}`}`)
  }
  await page.context().close()
}
