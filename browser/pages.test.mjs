// Each page type of the demo town: access in light and dark, markup, width, policy, no JavaScript.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessFaults, Browser, markupFaults, none, Platform, test, widthFaults } from './harness.mjs'
import { DEVELOPMENT, open, pages } from './pages.mjs'

let town, browser
const markup = {}

const wanted = (type) => type.status ?? 200

before(async () => {
  town = await Platform.demo({ environment: DEVELOPMENT })
  browser = await Browser.open()
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

for (const type of pages) {
  test(`${type.name} is whole for a ${type.as}`, async () => {
    const page = await browser.as(type.as, town)
    const answer = await open(page, type)
    assert.equal(answer?.status(), wanted(type))
    markup[type.name] = await answer.text()
    none(await accessFaults(page))
    none(await widthFaults(page))
    none(page.faults)
    await page.context().close()
  })

  test(`${type.name} is there for a ${type.as} without JavaScript`, async () => {
    const page = await browser.as(type.as, town, { javaScript: false })
    const answer = await open(page, type)
    assert.equal(answer?.status(), wanted(type))
    assert.equal(await page.locator('h1').count(), 1)
    none(await widthFaults(page))
    await page.context().close()
  })
}

test('the Nu checker finds no error on any page', async () => {
  assert.ok(Object.keys(markup).length > 0)
  none(await markupFaults(markup))
})
