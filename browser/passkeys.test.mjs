// Passkeys with a device that Chromium plays: made, used to come in, and as the proof before what is grave.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { Browser, DEVELOPMENT, none, Platform, submit, test } from './harness.mjs'
import { device } from './lib/device.mjs'

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo({ host: 'localhost', environment: DEVELOPMENT }), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

const main = (page) => page.locator('main').innerText()
const button = (page) => page.locator('main passkey-button button')

async function signOut(page) {
  await page.goto('/account')
  await submit(page, 'main form[action="/sign-out"]')
}

test('one makes a passkey, signs out, comes in by it, and proves by it who one is', async () => {
  const stella = await browser.as('guide', town)
  const own = await device(stella)
  await stella.goto('/account/passkeys/new')
  assert.notEqual(await stella.locator('[name=name]').inputValue(), '', 'the device is named already')
  await stella.locator('[name=name]').fill('')
  await button(stella).click()
  await stella.locator('[name=name][aria-invalid]').waitFor()
  assert.equal((await own.keys()).length, 0, 'without a name nothing is made')
  await stella.locator('[name=name]').fill('Telephone')
  await button(stella).click()
  await stella.getByText('The passkey is made').waitFor()
  assert.match(await main(stella), /Telephone/)
  const [key] = await own.keys()
  assert.ok(key.isResidentCredential && key.rpId === 'localhost')

  // The device that has one makes no second.
  await stella.goto('/account/passkeys/new')
  await button(stella).click()
  await stella.getByText('Nothing was made').waitFor()

  // By the button, with keys alone; and where one would type the address, the browser offers it by itself.
  await signOut(stella)
  await own.touches(false)
  await stella.goto('/sign-in?next=/groups')
  await button(stella).focus()
  await stella.keyboard.press('Enter')
  await own.touches(true)
  await stella.waitForURL(/^[^?]*\/groups$/)
  await signOut(stella)
  await stella.goto('/sign-in?next=/needs')
  await stella.waitForURL(/^[^?]*\/needs$/)
  await stella.goto('/account/passkeys')
  assert.match(await main(stella), /Last used/)

  await town.restart({ KALAKA_CLOCK_OFFSET: '20m' })
  await stella.goto('/account/passkeys/new')
  assert.match(await main(stella), /Is it you\?/)
  await button(stella).click()
  await stella.waitForURL(/\/account\/passkeys\/new$/)
  await stella.locator('[name=name]').waitFor()
  none(stella.faults)
})

test('without JavaScript the letter is there, and a word about the passkey', async () => {
  const guest = await browser.page(town, { javaScript: false })
  await guest.goto('/sign-in')
  assert.match(await main(guest), /A passkey needs JavaScript/)
  assert.equal(await button(guest).count(), 0)
  assert.ok(await guest.locator('main form[action="/sign-in"] button').isVisible())
  none(guest.faults)
})
