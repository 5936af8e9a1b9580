// What holds for each page, whoever made it. Each check gives a list of what is wrong.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const axe = readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What can differ between light and dark.
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
const ALL = { type: 'tag', values: LEVELS }

/**
 * What axe finds: in light, in dark, and on a phone, where the bar for the thumb is. It is a script itself: a
 * page that runs none can't be asked.
 */
export async function accessFaults(page) {
  const before = page.viewportSize()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(await axe)
  const faults = await found(page, 'light', ALL)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await found(page, 'dark', COLOURS)))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 740 })
  faults.push(...(await found(page, '360 px', ALL)))
  await page.setViewportSize(before)
  return faults
}

async function found(page, when, runOnly) {
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly, resultTypes: ['violations'] }), runOnly)
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')
    return `${when}: ${id}: ${help}: ${where} (${nodes.length})`
  })
}

/** Source that stands on the page as text: a tag, a message's variable. */
export async function sourceFaults(page) {
  const text = await page.evaluate(() => document.body.innerText)
  return [...text.matchAll(/<\/?[a-z]+[^<>]*>|\{\{? ?\$?\w+ ?\}/g)].map(([source]) => `source on the page: ${source}`)
}

/** What sticks out at a width of 320 pixels, so that one would have to scroll sideways. */
export async function widthFaults(page, width = 320) {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 640 })
  const faults = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const sticksOut = (element) => element.getBoundingClientRect().right > room + 1
    const overflows = (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    const wide = [...document.body.querySelectorAll('*')].filter((element) => sticksOut(element) || overflows(element))
    const name = (element) => element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '')
    return [`scrolls sideways at ${room} px: ${wide.slice(0, 5).map(name).join(', ')}`]
  })
  await page.setViewportSize(before)
  return faults
}
