// The main line of the platform, walked by people: founding, inviting, talking, opening; then, in a
// town that has been at it for a year, voting, promising, and a result on the home page. Once with
// JavaScript and once without.

import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { accessFaults, Browser, none, Platform, submit, test } from './harness.mjs'

let browser

before(async () => {
  browser = await Browser.open()
})

after(() => browser?.close())

/** Fills the fields of the form in `main` and sends it. */
async function send(page, fields, form = 'main form') {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name="${name}"]`).first()
    const kind = await field.evaluate((element) => element.type)
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`${form} [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select-one') await field.selectOption(value)
    else await field.fill(value)
  }
  await submit(page, form)
}

const heading = (page) => page.locator('h1').innerText()
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

for (const javaScript of [true, false]) {
  describe(`a town opens its platform ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    let platform, guide

    before(async () => {
      platform = await Platform.empty()
      guide = await browser.page(platform, { javaScript })
    })

    after(() => platform?.stop())

    test('the first visitor founds it, and a mistake costs nothing that was typed', async () => {
      await guide.goto('/')
      assert.match(guide.url(), /\/founding\/start$/)
      await send(guide, { name: 'Kővölgy', place: 'Kővölgy', guide: 'Stella Kovács', email: 'stella@town' })
      assert.equal(await guide.locator('[name=name]').inputValue(), 'Kővölgy')
      assert.equal(await guide.locator('[name=email]').getAttribute('aria-invalid'), 'true')
      if (javaScript) none(await accessFaults(guide))
      await send(guide, { email: 'stella@example.org' })
      assert.match(guide.url(), /\/founding$/)
    })

    test('a stranger sees nothing of the founding circle', async () => {
      const stranger = await browser.page(platform, { javaScript })
      await stranger.goto('/threads')
      assert.match(stranger.url(), /\/sign-in/)
    })

    test('the charter is written and the first meeting set', async () => {
      await guide.goto('/charter/edit')
      await send(guide, { 'body-1': 'To do a few things together.', 'body-2': 'The budget.', 'title-3': '', 'title-4': '' })
      assert.match(await guide.locator('main').innerText(), /To do a few things together/)
      await guide.goto('/meetings/new')
      await send(guide, { title: 'First meeting', starts: `${inDays(14)}T18:00`, place: 'School' })
      assert.equal(await heading(guide), 'First meeting')
    })

    test('a school is added and its head invited, who is in and posts with three clicks', async () => {
      await guide.goto('/groups/new?side=organisations')
      await send(guide, { name: 'Primary School' }, 'main form[action="/groups"]').catch(() => {})
      if (await guide.locator('main form[action="/groups"]').count()) {
        const sector = guide.locator('main form [name=sector]')
        await sector.selectOption({ index: 1 })
        await submit(guide, 'main form[action="/groups"]')
      }
      assert.equal(await heading(guide), 'Primary School')
      const group = new URL(guide.url()).pathname.split('/')[2]
      await guide.goto('/invitations/new')
      await send(guide, { email: 'marta@example.org', group, group_role: 'representative' })
      const { links } = await platform.mail.next('marta@example.org')
      const marta = await browser.page(platform, { javaScript })
      await marta.goto(links[0])
      await send(marta, { name: 'Márta Tóth' })
      await marta.goto('/threads/new')
      await send(marta, { title: 'Who visits whom in winter?', body: 'Which days are **empty**?', voice: group })
      assert.equal(await heading(marta), 'Who visits whom in winter?')
      assert.match(await marta.locator('main').innerText(), /Primary School/)
      none(marta.faults)
      await marta.context().close()
    })

    test('a guide opens the platform, and what was settled is put to both sides', async () => {
      await guide.goto('/founding/opening')
      await send(guide, { sure: 'yes' })
      await guide.goto('/charter')
      assert.ok(await guide.locator('main a[href^="/decisions/"]').count())
      const stranger = await browser.page(platform, { javaScript })
      const answer = await stranger.goto('/threads')
      assert.equal(answer.status(), 200)
      assert.match(await stranger.locator('main').innerText(), /Who visits whom in winter/)
      none(guide.faults)
    })
  })

  describe(`a town at work ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    let town

    before(async () => {
      town = await Platform.demo()
    })

    after(() => town?.stop())

    test('a citizen votes, changes the vote, and sees no count before the end', async () => {
      const citizen = await browser.as('citizen', town, { javaScript })
      await citizen.goto('/decisions')
      const open = citizen.locator('main a[href^="/decisions/"]').first()
      await citizen.goto(await open.getAttribute('href'))
      await send(citizen, { choice: 'yes', reason: 'For the children.' }, 'form.ballot')
      const receipt = await citizen.locator('main code').first().innerText()
      assert.match(receipt, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      assert.equal(await citizen.locator('main .sides').count(), 0)
      none(citizen.faults)
    })

    test('a need that reads like another is shown before it is posted, and nothing is lost', async () => {
      const citizen = await browser.as('citizen', town, { javaScript })
      await citizen.goto('/needs/new')
      await send(citizen, { title: 'A bench at every bus stop', body: 'So that one can sit and wait.' }, 'main form[action="/needs"]')
      if (!/\/needs\/\d+/.test(citizen.url())) {
        assert.match(await citizen.locator('main').innerText(), /A bench at every bus stop/)
      }
      none(citizen.faults)
    })

    test('a representative promises, keeps it, and the result is on the home page', async () => {
      const person = await browser.as('representative', town, { javaScript })
      await person.goto('/initiatives')
      const initiative = await person.locator('main a[href^="/initiatives/"]:not([href*=new])').first().getAttribute('href')
      await person.goto(`${initiative}/promises/new`)
      await send(person, { what: 'Hang the rota up in the library', due: inDays(10) })
      assert.match(await person.locator('main').innerText(), /Hang the rota up in the library/)
      await person.locator('main .line', { hasText: 'Hang the rota up' }).locator('a[href$="/end"]').click()
      await send(person, { state: 'kept', note: 'It hangs beside the door.' })
      await person.goto(`${initiative}/results/new`)
      await send(person, { title: 'The rota hangs where all pass', amount: '12', unit: 'names on it' })
      const stranger = await browser.page(town, { javaScript })
      await stranger.goto('/')
      assert.match(await stranger.locator('main').innerText(), /The rota hangs where all pass/)
      none(person.faults)
    })

    test('a member answers in a thread, and a reader who is there sees it at once or on reload', async () => {
      const [reader, writer] = [await browser.as('citizen', town, { javaScript }), await browser.as('representative', town, { javaScript })]
      await reader.goto('/threads')
      const thread = await reader.locator('main a[href^="/threads/"]:not([href*=new])').first().getAttribute('href')
      const path = thread.split(/[?#]/)[0]
      await reader.goto(path)
      const pages = reader.locator('main .pages a')
      if (await pages.count()) await reader.goto(await pages.last().getAttribute('href'))
      await writer.goto(path)
      await send(writer, { body: 'I can drive on Thursdays.' }, 'main form[action$="/posts#reply"]')
      if (!javaScript) await reader.goto(new URL(writer.url()).pathname + new URL(writer.url()).search)
      await reader.getByText('I can drive on Thursdays.').first().waitFor()
      none(reader.faults)
    })

    test('a guide sees what is stuck', async () => {
      const guide = await browser.as('guide', town, { javaScript })
      await guide.goto('/')
      assert.match(await guide.locator('main').innerText(), /stalled/)
      none(guide.faults)
    })
  })
}
