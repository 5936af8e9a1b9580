// All that a browser test needs, from one place.
//
// A test file opens a Browser and a Platform in `before`, closes both in `after`, and plays people:
//
//     const page = await browser.as('guide', town)
//     await page.goto('/needs')
//     none(page.faults)

import assert from 'node:assert/strict'
import { test as nodeTest } from 'node:test'

export { Platform } from './lib/platform.mjs'
export { Browser, signIn, openSignInLink, submit } from './lib/browser.mjs'
export { fill, press, send } from './lib/forms.mjs'
export { accessFaults, sourceFaults, widthFaults } from './lib/checks.mjs'
export { markupFaults } from './lib/nu.mjs'
export { letter } from './lib/mailbox.mjs'

/** The page of our own components is there for those who develop, and the clock can be moved. */
export const DEVELOPMENT = { KALAKA_DEVELOPMENT: 'true' }

/** Fails with the list itself, readable. */
export function none(faults, where = '') {
  assert.equal(faults.length, 0, [where, ...faults].join('\n  '))
}

/** A test of node's own that ends: what hangs fails, and the next one runs. */
export function test(name, ...rest) {
  const [body, options = {}] = rest.reverse()
  return nodeTest(name, { timeout: 120_000, ...options }, body)
}
