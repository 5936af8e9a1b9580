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

test('the tables of the poster have room on a sheet', async () => {
  const guest = await browser.page(town, { javaScript: false })
  await guest.emulateMedia({ media: 'print' })
  // Sheets of A4 and A3 without their margins, in pixels.
  for (const [width, height] of [[672, 986], [1001, 1451]]) {
    await guest.setViewportSize({ width, height })
    await guest.goto('/map/poster')
    const [tall, room] = await guest.locator('.tables').evaluate((tables) => [tables.scrollHeight, tables.clientHeight])
    assert.ok(tall <= room + 1, `${tall} in ${room}`)
  }
})
