// A town that has been at it for a year: what people do there on an ordinary evening. Once with
// JavaScript and once without.

import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { Browser, fill, none, Platform, press, send, test } from './harness.mjs'

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

const main = (page) => page.locator('main').innerText()

for (const javaScript of [true, false]) {
  describe(`a town at work ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    test('a citizen votes, and sees no count before the end', async () => {
      const citizen = await browser.as('citizen', town, { javaScript })
      await citizen.goto('/decisions')
      await citizen.goto(await citizen.locator('main a[href^="/decisions/"]').first().getAttribute('href'))
      // Whoever has voted already, in the other half of this test, changes the vote.
      if (!(await citizen.locator('form.ballot').count())) await press(citizen, 'main a[href*="?voice="]')
      await send(citizen, { choice: 'yes', reason: 'For the children.' }, 'form.ballot')
      assert.match(await citizen.locator('main code').first().innerText(), /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      assert.equal(await citizen.locator('main .track').count(), 0)
      none(citizen.faults)
    })

    test('the directory is sifted, and the way back leads to all of it', async () => {
      const guest = await browser.page(town, { javaScript })
      await guest.goto('/groups')
      const [all, header] = [await guest.locator('main article.line').count(), await guest.locator('header.top').elementHandle()]
      const name = await guest.locator('main article.line h3 a').first().innerText()
      await guest.locator('main form.sieve [name=q]').fill(name)
      await guest.locator('main form.sieve button').click()
      await guest.waitForURL(/\/groups\?.*q=[^&]/)
      await guest.locator('main a[href="/groups"]').waitFor()
      assert.ok(await guest.locator('main article.line').count() < all)
      assert.equal(await guest.locator('main article.line h3 a').first().innerText(), name)
      if (javaScript) {
        assert.ok(await header.evaluate((element) => element.isConnected), 'only the list came anew')
        // It is said a moment after the list has come.
        await guest.waitForFunction(() => document.querySelector('main > [role=status]').innerText === document.querySelector('main h2').innerText)
      }
      await guest.goBack()
      await guest.waitForFunction((count) => document.querySelectorAll('main article.line').length === count, all)
      await guest.locator('main article.line h3 a').first().click()
      await guest.waitForURL(/\/groups\/\d+$/)
      none(guest.faults)
    })

    test('a need that reads like another is shown before it is posted, and nothing is lost', async () => {
      const [citizen, stranger] = [await browser.as('citizen', town, { javaScript }), await browser.page(town, { javaScript })]
      await stranger.goto('/needs')
      const there = stranger.locator('main h2 a[href^="/needs/"], main h3 a[href^="/needs/"]').first()
      const [title, address] = [await there.innerText(), await there.getAttribute('href')]
      await citizen.goto('/needs/new')
      const typed = { title, body: 'We say the same in other words.', for_whom: 'All of us' }
      await send(citizen, typed, 'main form[action="/needs"]')
      assert.equal(new URL(citizen.url()).pathname, '/needs', 'nothing was posted')
      assert.ok(await citizen.locator(`main article a[href="${address}"]`).count(), 'the other need is shown')
      await press(citizen, 'main button[name=next][value=edit]')
      for (const [name, value] of Object.entries(typed)) {
        assert.equal(await citizen.locator(`main form [name=${name}]`).inputValue(), value)
      }
      none(citizen.faults)
    })

    test('a need like no other is posted at once', async () => {
      const citizen = await browser.as('citizen', town, { javaScript })
      await citizen.goto('/needs/new')
      const title = `Zwölf Xylophone ${javaScript ? 'heute' : 'morgen'}`
      await send(citizen, { title, body: 'Quux frobnicate.' }, 'main form[action="/needs"]')
      if (javaScript) assert.match(new URL(citizen.url()).pathname, /^\/needs\/\d+$/)
      // The one of the other half reads alike; it is different.
      else await press(citizen, 'main button[name=next][value=different]')
      assert.equal(await citizen.locator('h1').innerText(), title)
    })

    test('a member answers in a thread, and a reader who is there sees it at once or on reload', async () => {
      const [reader, writer] = [await browser.as('citizen', town, { javaScript }), await browser.as('representative', town, { javaScript })]
      const words = `I can drive on ${javaScript ? 'Thursdays' : 'Fridays'}.`
      await reader.goto('/threads')
      const thread = await reader.locator('main a[href^="/threads/"]:not([href*=new])').first().getAttribute('href')
      const path = thread.split(/[?#]/)[0]
      await reader.goto(path)
      const pages = reader.locator('main .pages a')
      if (await pages.count()) await reader.goto(await pages.last().getAttribute('href'))
      await writer.goto(path)
      await send(writer, { body: words }, 'main form[action$="/posts#reply"]')
      if (!javaScript) await reader.goto(new URL(writer.url()).pathname + new URL(writer.url()).search)
      await reader.getByText(words).first().waitFor()
      none(reader.faults)
    })

    test('what was begun waits on another device', async () => {
      const [here, there] = [await browser.as('citizen', town, { javaScript }), await browser.as('citizen', town, { javaScript })]
      const words = `Half a thought, ${javaScript ? 'kept by itself' : 'kept by a button'}`
      await here.goto('/threads')
      const thread = (await here.locator('main article h3 a').last().getAttribute('href')).split('?')[0]
      const form = 'main form[action$="/posts#reply"]'
      await here.goto(thread)
      await fill(here, { body: words }, form)
      if (javaScript) await here.locator('draft-keeper [role=status]:not(:empty)').waitFor()
      else await press(here, `${form} button[formaction$="back=yes"]`)
      await there.goto('/drafts')
      await there.getByText(words).waitFor()
      await there.goto(thread)
      assert.equal(await there.locator('#body').inputValue(), words)
      await send(there, { body: `${words}, and the rest.` }, form)
      await there.goto('/drafts')
      assert.equal(await there.getByText(words).count(), 0)
      none([...here.faults, ...there.faults])
    })

    if (javaScript) test('what the server can not take is kept in the browser until it can', async () => {
      const page = await browser.as('representative', town)
      await page.goto('/threads/new')
      await page.context().setOffline(true)
      await page.locator('#title').fill('Written in the train')
      await page.locator('draft-keeper [role=status]', { hasText: 'remembered in this browser' }).waitFor()
      await page.context().setOffline(false)
      await page.locator('draft-keeper [role=status]', { hasText: 'Kept as a draft' }).waitFor()
      await page.goto('/drafts')
      await page.getByText('Written in the train').waitFor()
    })

    test('a guide sees what is stuck', async () => {
      const guide = await browser.as('guide', town, { javaScript })
      await guide.goto('/')
      assert.match(await main(guide), /stalled/)
      none(guide.faults)
    })
  })
}
