// Filling forms as people do, and counting what it costs them.

import { submit } from './browser.mjs'

/** Fills fields of a form, `{ name: value }`, and sends it. */
export async function send(page, fields = {}, form = 'main form') {
  await fill(page, fields, form)
  await submit(page, form)
}

/** A choice among radios, boxes or options is made by its value; anything else is typed. */
export async function fill(page, fields, form = 'main form') {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name="${name}"]`).first()
    const kind = await field.evaluate((element) => element.type)
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`${form} [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select-one') await field.selectOption(value)
    else if (kind !== 'hidden') await field.fill(value)
  }
}

/** Presses a button or follows a link, and waits for the page that answers. */
export async function press(page, selector) {
  const answer = page.waitForEvent('framenavigated')
  await page.locator(selector).first().click()
  await answer
  await page.waitForLoadState()
}
