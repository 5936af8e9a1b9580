// A real list of organisations through the import pages: its faults shown, taken, undone.

import assert from 'node:assert/strict'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { after, before } from 'node:test'
import { accessFaults, Browser, none, Platform, submit, test } from './harness.mjs'

const REAL = fileURLToPath(new URL('../../shared/data/directory/san-francisco-services-2013.csv', import.meta.url))
const isHere = await access(REAL).then(() => true, () => false)
if (!isHere) console.log('the real list is not here (../shared/data/directory); its test is left out')

let town, browser

before(async () => {
  town = await Platform.demo()
  browser = await Browser.open()
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

for (const javaScript of [true, false]) {
  test(`the real list is read, shown with its faults, taken and undone ${javaScript ? 'with' : 'without'} JavaScript`, { skip: !isHere }, async () => {
    const guide = await browser.as('guide', town, { javaScript })
    const count = async () => {
      await guide.goto('/groups')
      return Number((await guide.locator('#found').innerText()).match(/\d+/)[0])
    }
    const before = await count()
    await guide.goto('/groups/import')
    await guide.locator('input[type=file]').setInputFiles(REAL)
    await submit(guide, 'main form[enctype]')
    assert.match(await guide.locator('main').innerText(), /windows-1252/i)
    if (javaScript) none(await accessFaults(guide))
    await submit(guide, 'main form[action^="/groups/import/"]')
    const rows = await guide.locator('main').innerText()
    assert.match(rows, /320 rows will be taken, 21 left out/)
    assert.ok(await guide.locator('main .state').count() > 0, 'faults stand beside their rows')
    if (javaScript) none(await accessFaults(guide))
    const taken = guide.waitForEvent('framenavigated')
    await guide.locator('main button[name=then][value=take]').first().click()
    await taken
    const result = guide.url()
    const now = await count()
    assert.ok(now > before + 250, `${now} groups after ${before}`)
    await guide.goto(result)
    await guide.locator('details.confirm summary').first().click()
    await submit(guide, 'details.confirm form')
    assert.equal(await count(), before)
    none(guide.faults)
  })
}
