// Messy lists of organisations through the import pages: their faults shown, taken, undone. One of our own
// holds each kind of fault; the real one is used where it lies.

import assert from 'node:assert/strict'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { after, before } from 'node:test'
import { accessFaults, Browser, none, Platform, press, submit, test } from './harness.mjs'
import { fixture } from './samples.mjs'

const REAL = fileURLToPath(new URL('../../shared/data/directory/san-francisco-services-2013.csv', import.meta.url))
const isHere = await access(REAL).then(() => true, () => false)
if (!isHere) console.log('the real list is not here (../shared/data/directory); its test is left out')

const LISTS = [
  { name: 'a list with each fault', file: fixture('messy.csv'), taken: 9, left: 4 },
  { name: 'the real list', file: REAL, taken: 320, left: 21, skip: !isHere },
]

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

for (const { name, file, taken, left, skip = false } of LISTS) {
  for (const javaScript of [true, false]) {
    test(`${name} is read, shown with its faults, taken and undone ${javaScript ? 'with' : 'without'} JavaScript`, { skip }, async () => {
      const guide = await browser.as('guide', town, { javaScript })
      const count = async () => {
        await guide.goto('/groups')
        return Number((await guide.locator('#found').innerText()).match(/\d+/)[0])
      }
      const before = await count()
      await guide.goto('/groups/import')
      await guide.locator('input[type=file]').setInputFiles(file)
      await submit(guide, 'main form[enctype]')
      assert.match(await guide.locator('main').innerText(), /windows-1252/i)
      if (javaScript) none(await accessFaults(guide))
      await submit(guide, 'main form[action^="/groups/import/"]')
      assert.match(await guide.locator('main').innerText(), new RegExp(`${taken} rows will be taken, ${left} left out`))
      assert.ok((await guide.locator('main .state').count()) > 0, 'faults stand beside their rows')
      if (javaScript) none(await accessFaults(guide))
      await press(guide, 'main button[name=then][value=take]')
      const result = guide.url()
      const now = await count()
      assert.equal(now, before + taken)
      await guide.goto(result)
      await guide.locator('details.confirm summary').first().click()
      await submit(guide, 'details.confirm form')
      assert.equal(await count(), before)
      none(guide.faults)
    })
  }
}
