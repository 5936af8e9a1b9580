// What holds for each page, whoever made it. Each check gives a list of what is wrong.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const axe = readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, in light and dark. It is a script itself: a page that runs none can't be asked. */
export async function accessFaults(page) {
  const faults = []
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(await axe)
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), LEVELS)
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')
      faults.push(`${colorScheme}: ${id}: ${help}: ${where} (${nodes.length})`)
    }
  }
  return faults
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
