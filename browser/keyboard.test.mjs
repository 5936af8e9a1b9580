// Without a mouse: shortcuts in threads, and the lists of offers that open under fields.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessFaults, Browser, none, Platform, test } from './harness.mjs'

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

const active = (page) => page.evaluate(() => document.activeElement.closest('article, [id]')?.id ?? document.activeElement.tagName)

test('one goes through a thread, answers and comes back by single keys', async () => {
  const page = await browser.as('citizen', town)
  await page.goto('/threads')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const link = page.locator('main article h3 a').nth(1)
  assert.ok(await link.evaluate((element) => element === document.activeElement), 'the second thread')
  await page.keyboard.press('k')
  await Promise.all([page.waitForURL(/\/threads\/\d+/), page.keyboard.press('Enter')])
  await page.keyboard.press('j')
  const first = await active(page)
  await page.keyboard.press('k')
  assert.notEqual(await active(page), first)
  await page.keyboard.press('r')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'body')
  await page.keyboard.type('jkr?')
  assert.equal(await page.locator('#body').inputValue(), 'jkr?', 'a key is a letter while one types')
  await page.locator('#body').fill('')
  await page.locator('h1').click()
  await Promise.all([page.waitForURL(/\/shortcuts/), page.keyboard.press('?')])
  none(page.faults)
})

test('a title is found and opened from the field of the search by keyboard', async () => {
  const page = await browser.as('guest', town)
  await page.goto('/threads')
  const title = await page.locator('main article h3 a').first().innerText()
  const path = (await page.locator('main article h3 a').first().getAttribute('href')).split('?')[0]
  await page.goto('/search')
  await page.locator('main #q').focus()
  await page.keyboard.type(title.slice(0, -1))
  const offer = page.locator('[role=listbox] [role=option]').first()
  await offer.waitFor()
  assert.equal(await page.locator('main #q').getAttribute('aria-expanded'), 'true')
  none(await accessFaults(page))
  await page.keyboard.press('ArrowDown')
  assert.equal(await page.locator('main #q').getAttribute('aria-activedescendant'), await offer.getAttribute('id'))
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('[role=option]').count(), 0)
  await page.keyboard.press('Backspace')
  await offer.waitFor()
  await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForURL((url) => url.pathname === path), page.keyboard.press('Enter')])
  none(page.faults)
})

test('somebody is mentioned by keyboard, and the cursor stays in the text', async () => {
  const page = await browser.as('representative', town)
  await page.goto('/threads/new')
  await page.locator('#body').focus()
  await page.keyboard.type('Hello @Szal')
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  const text = await page.locator('#body').inputValue()
  assert.match(text, /^Hello @Szal\S* \S+ $/)
  assert.equal(await page.evaluate(() => document.activeElement.id), 'body')
  none(page.faults)
})

test('a title like another is told while it is typed', async () => {
  const page = await browser.as('citizen', town)
  await page.goto('/threads')
  const title = await page.locator('main article h3 a').first().innerText()
  await page.goto('/threads/new')
  await page.locator('#title').focus()
  await page.keyboard.type(title)
  await page.locator('title-twins a', { hasText: title }).waitFor()
  none(await accessFaults(page))
  none(page.faults)
})
