// Pictures and files in what people write: by button, paste and drop, by keyboard, and without JavaScript.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessFaults, Browser, none, Platform, press, submit, test } from './harness.mjs'
import { CANARY, photo } from './lib/photo.mjs'

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

async function thread(page) {
  await page.goto('/threads')
  const path = await page.locator('main article h3 a').first().getAttribute('href')
  await page.goto(path.split('?')[0])
}

/** The picture is there, upright, and says nothing of where it was taken. */
async function shown(page, alt) {
  const picture = page.locator(`main .post img[alt="${alt}"]`).last()
  await picture.scrollIntoViewIfNeeded()
  await page.waitForFunction((img) => img.complete && img.naturalWidth > 0, await picture.elementHandle())
  const [width, height] = await picture.evaluate((img) => [Number(img.getAttribute('width')), Number(img.getAttribute('height'))])
  assert.deepEqual([width, height], [1200, 1600])
  const path = await picture.getAttribute('src')
  const bytes = await (await page.request.get(path)).body()
  for (const note of [CANARY, 'Exif', 'EXIF', 'Canary']) assert.equal(bytes.indexOf(note), -1, note)
}

test('a photo goes into an answer by keyboard, and its description is asked for', async () => {
  const page = await browser.as('representative', town)
  await thread(page)
  await page.locator('#body').fill('The river this morning:')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('file-adder > button').press('Enter'),
  ])
  await chooser.setFiles({ name: 'IMG 0001.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  const field = page.locator('file-adder input:not([type])')
  await field.waitFor({ timeout: 60_000 })
  assert.ok(await field.evaluate((element) => element === document.activeElement), 'one can go on typing')
  none(await accessFaults(page))
  await field.press('Enter')
  await page.locator('file-adder .trouble', { hasText: 'Say what' }).waitFor()
  await field.fill('The [river] under the bridge')
  await field.press('Enter')
  const text = await page.locator('#body').inputValue()
  assert.match(text, /^The river this morning:\n\n!\[The \\\[river\\\] under the bridge\]\(\/files\/\d+\/img-0001\.webp\)\n\n$/)
  await submit(page, 'main form[action$="/posts#reply"]')
  await shown(page, 'The [river] under the bridge')
  none(page.faults)
})

test('of two photos nothing is lost when one sends too early', async () => {
  const page = await browser.as('representative', town)
  await thread(page)
  const taken = { mimeType: 'image/jpeg', buffer: await photo(page) }
  await page.locator('file-adder input[type=file]').setInputFiles([{ ...taken, name: 'one.jpg' }, { ...taken, name: 'two.jpg' }])
  const fields = page.locator('file-adder input:not([type])')
  await fields.first().waitFor({ timeout: 60_000 })
  await page.keyboard.type('The bridge ')
  await fields.nth(1).waitFor({ timeout: 60_000 })
  await page.keyboard.type('from the mill')
  assert.equal(await fields.first().inputValue(), 'The bridge from the mill', 'the second takes nothing from the first')
  const send = page.locator('main form[action$="/posts#reply"] .send button').last()
  const address = page.url()
  await send.click()
  await page.locator('file-adder .trouble', { hasText: 'Say what' }).waitFor()
  assert.equal(page.url(), address)
  assert.ok(await fields.first().evaluate((element) => element === document.activeElement), 'it leads to what is missing')
  await fields.first().fill('The bridge from the hill')
  await submit(page, 'main form[action$="/posts#reply"]')
  await shown(page, 'The bridge from the mill')
  await shown(page, 'The bridge from the hill')
  none(page.faults)
})

test('what is pasted and dropped is taken as well, and what is refused says why', async () => {
  const page = await browser.as('citizen', town)
  await thread(page)
  const give = (type, name, kind, content) => page.locator('#body').evaluate((text, [type, name, kind, content]) => {
    const data = new DataTransfer()
    data.items.add(new File([content], name, { type: kind }))
    const event = type === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, cancelable: true }) : new DragEvent('drop', { dataTransfer: data, cancelable: true })
    text.dispatchEvent(event)
  }, [type, name, kind, content])
  await give('paste', 'list.csv', 'text/csv', 'name,street\nEva,Main street\n')
  await page.waitForFunction(() => /\[list\.csv\]\(\/files\/\d+\/list\.csv\)/.test(document.getElementById('body').value))
  await give('drop', 'drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const trouble = page.locator('file-adder .trouble')
  await trouble.waitFor()
  assert.match(await trouble.innerText(), /^drawing\.svg: \S+/)
  page.faults.splice(0, page.faults.length, ...page.faults.filter((fault) => !/422/.test(fault)))
  none(page.faults)
})

test('without JavaScript a page takes the photo into the answer that was begun', async () => {
  const painter = await browser.as('representative', town)
  await painter.goto('/threads')
  const page = await browser.as('representative', town, { javaScript: false })
  await thread(page)
  await page.locator('#body').fill('Look at this:')
  await press(page, 'main button[formaction$="then=files"]')
  await page.locator('main input[type=file]').setInputFiles({ name: 'flood.jpg', mimeType: 'image/jpeg', buffer: await photo(painter) })
  await submit(page, 'main form[enctype]')
  assert.match(page.url(), /\/files\/\d+\/description\?for=answer-\d+$/)
  await page.locator('#alt').fill('The flood')
  await submit(page, 'main form.form')
  assert.match(await page.locator('#body').inputValue(), /^Look at this:\n\n!\[The flood\]\(\/files\/\d+\/flood\.webp\)$/)
  await submit(page, 'main form[action$="/posts#reply"]')
  await shown(page, 'The flood')
  none(page.faults)
})
