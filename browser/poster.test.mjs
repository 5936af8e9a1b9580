// The poster of the map, on paper: one page, whatever its size, in both languages.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { Browser, none, Platform, test } from './harness.mjs'

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

/** How many pages a PDF has. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length

for (const language of ['en', 'hu']) {
  test(`the poster is one page in ${language}`, async () => {
    const guest = await browser.page(town, { javaScript: false })
    await guest.context().addCookies([{ name: 'language', value: language, url: town.url }])
    await guest.goto('/map/poster')
    assert.equal(await guest.locator('html').getAttribute('lang'), language)
    for (const format of ['A4', 'A3', 'Letter']) {
      assert.equal(pages(await guest.pdf({ format })), 1, format)
      assert.equal(pages(await guest.pdf({ format, landscape: true })), 1, `${format} across`)
    }
    none(guest.faults)
  })
}

test('no table of the poster is cut off on a sheet', async () => {
  const guest = await browser.page(town, { javaScript: false })
  await guest.emulateMedia({ media: 'print' })
  // A sheet of A4 without its margins, in pixels.
  await guest.setViewportSize({ width: 672, height: 986 })
  await guest.goto('/map/poster')
  const cut = await guest.locator('.seats').evaluateAll((all) => all.filter((table) => table.scrollHeight > table.clientHeight + 1).map((table) => `${table.querySelector('h3').textContent}: ${table.scrollHeight} in ${table.clientHeight}`))
  none(cut)
})
