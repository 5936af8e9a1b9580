// The first day: an empty community answers, and its first page is whole for everybody.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessFaults, Browser, markupFaults, none, Platform, test, widthFaults } from './harness.mjs'

let platform, browser

before(async () => {
  platform = await Platform.empty()
  browser = await Browser.open()
})

after(async () => {
  await browser?.close()
  await platform?.stop()
})

test('the platform says that it is well', async () => {
  const answer = await fetch(`${platform.url}/health`)
  assert.equal(answer.status, 200)
  assert.equal((await answer.text()).trim(), 'ok')
})

test('the first page is whole for a visitor', async () => {
  const page = await browser.page(platform)
  const answer = await page.goto('/')
  assert.equal(answer.status(), 200)
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.equal(await page.locator('h1').count(), 1)
  none(await accessFaults(page))
  none(await widthFaults(page))
  none(await markupFaults({ home: await answer.text() }))
  none(page.faults)
})

test('it says the same without JavaScript', async () => {
  const heading = async (javaScript) => {
    const page = await browser.page(platform, { javaScript })
    await page.goto('/')
    return page.locator('h1').innerText()
  }
  assert.equal(await heading(false), await heading(true))
})

test('it speaks the language of the browser', async () => {
  const page = await browser.page(platform, { language: 'hu' })
  await page.goto('/')
  assert.equal(await page.locator('html').getAttribute('lang'), 'hu')
})
