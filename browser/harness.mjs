// All that a browser test needs, from one place.
//
// A test file opens a Browser and a Platform in `before`, closes both in `after`, and plays people:
//
//     const page = await browser.as('guide', town)
//     await page.goto('/needs')
//     none(page.faults)

import assert from 'node:assert/strict'

export { Platform } from './lib/platform.mjs'
export { Browser, signIn, openSignInLink, submit } from './lib/browser.mjs'
export { accessFaults, widthFaults } from './lib/checks.mjs'
export { markupFaults } from './lib/nu.mjs'
export { letter } from './lib/mailbox.mjs'

/** Fails with the list itself, readable. */
export function none(faults, where = '') {
  assert.equal(faults.length, 0, [where, ...faults].join('\n  '))
}
