// Each page type: access in light, dark and on a phone, markup, width, policy, no JavaScript. One page of each
// person stays open and goes from sample to sample, which is most of the time that this takes.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessFaults, Browser, markupFaults, none, sourceFaults, test, widthFaults } from './harness.mjs'
import { open, pages, Towns } from './pages.mjs'

let towns, browser
const markup = {}
const desks = new Map()

before(async () => {
  browser = await Browser.open()
  towns = await Towns.open(browser)
})

after(async () => {
  await browser?.close()
  await towns?.stop()
})

/** The page that somebody has open, with no faults in it yet. */
async function desk({ as, of }, javaScript) {
  const key = `${as} ${of} ${javaScript}`
  if (!desks.has(key)) desks.set(key, await browser.as(as, towns[of], { javaScript }))
  const page = desks.get(key)
  page.faults.length = 0
  return page
}

for (const type of pages) {
  const status = type.status ?? 200

  test(`${type.name} is whole for a ${type.as}`, async () => {
    const page = await desk(type, true)
    const answer = await open(page, type, towns.at)
    assert.equal(answer?.status(), status)
    markup[type.name] = await answer.text()
    none(await sourceFaults(page))
    none(await accessFaults(page))
    none(await widthFaults(page))
    none(page.faults)
  })

  test(`${type.name} is there for a ${type.as} without JavaScript`, async () => {
    const page = await desk(type, false)
    const answer = await open(page, type, towns.at)
    assert.equal(answer?.status(), status)
    assert.equal(await page.locator('h1').count(), 1)
    none(await widthFaults(page))
    none(page.faults)
  })
}

test('the Nu checker finds no error on any page', async () => {
  assert.ok(Object.keys(markup).length > 0)
  none(await markupFaults(markup))
})
