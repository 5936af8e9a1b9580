// The main line of the platform, walked by people from the first visitor to the first result: founding,
// inviting, talking, opening; a need becomes a focus by the votes of both sides; an initiative is carried,
// promises, keeps it, and the number stands on the home page. Once with JavaScript and once without.

import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { accessFaults, Browser, DEVELOPMENT, none, Platform, press, send, test } from './harness.mjs'

let browser

before(async () => {
  browser = await Browser.open()
})

after(() => browser?.close())

const heading = (page) => page.locator('h1').innerText()
const main = (page) => page.locator('main').innerText()
const path = (page) => new URL(page.url()).pathname
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Who is invited, and for which group they speak. */
const PEOPLE = {
  marta: ['Márta Tóth', 'Primary School'],
  bela: ['Béla Nagy', 'Bakery at the Bridge'],
  ilona: ['Ilona Kiss', 'River Parish'],
  cecilia: ['Cecília Papp', 'Parents of the Hill'],
  amina: ['Amina Diallo'],
  dani: ['Dániel Szabó'],
}

for (const javaScript of [true, false]) {
  describe(`a town from nothing to its first result ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    let platform, guide
    const people = {}
    const groups = {}
    const at = {}

    before(async () => {
      platform = await Platform.empty({ environment: DEVELOPMENT })
      guide = await browser.page(platform, { javaScript })
    })

    after(() => platform?.stop())

    /** The letter brings somebody to the door; one button lets them in. */
    const invited = async (who) => {
      const [name, group] = PEOPLE[who]
      await guide.goto('/invitations/new')
      const role = group ? { group: groups[group], group_role: 'representative' } : {}
      await send(guide, { email: `${who}@example.org`, ...role }, 'main form.form')
      const { links } = await platform.mail.next(`${who}@example.org`)
      const page = await browser.page(platform, { javaScript })
      await page.goto(links[0])
      return { page, name }
    }

    const comesIn = async (who) => {
      const { page, name } = await invited(who)
      await send(page, { name })
      people[who] = page
      return page
    }

    const initiativeState = async (page) => {
      await page.goto(at.initiative)
      return page.locator('main .head .state').innerText()
    }

    test('the first visitor founds it, and a mistake costs nothing that was typed', async () => {
      await guide.goto('/')
      assert.equal(path(guide), '/founding/start')
      await send(guide, { name: 'Kővölgy', place: 'Kővölgy', guide: 'Stella Kovács', email: 'stella@town' })
      assert.equal(await guide.locator('[name=name]').inputValue(), 'Kővölgy')
      assert.equal(await guide.locator('[name=email]').getAttribute('aria-invalid'), 'true')
      if (javaScript) none(await accessFaults(guide))
      await send(guide, { email: 'stella@example.org' })
      assert.equal(path(guide), '/founding')
    })

    test('a stranger sees nothing of the founding circle', async () => {
      const stranger = await browser.page(platform, { javaScript })
      await stranger.goto('/threads')
      assert.equal(path(stranger), '/sign-in')
      await stranger.context().close()
    })

    test('the charter is written and the first meeting set', async () => {
      await guide.goto('/charter/edit')
      await send(guide, { 'body-1': 'To do a few things together.', 'body-2': 'The budget.', 'title-3': '', 'title-4': '' })
      assert.match(await main(guide), /To do a few things together/)
      await guide.goto('/meetings/new')
      await send(guide, { title: 'First meeting', starts: `${inDays(14)}T18:00`, place: 'School' })
      assert.equal(await heading(guide), 'First meeting')
    })

    test('three organisations of three sectors and a citizen group are added', async () => {
      const names = [...new Set(Object.values(PEOPLE).map(([, group]) => group).filter(Boolean))]
      for (const [index, name] of names.entries()) {
        const isCitizens = name === 'Parents of the Hill'
        await guide.goto('/groups/new')
        await guide.locator('main form [name=sector]').selectOption({ index: isCitizens ? 0 : index + 1 })
        await send(guide, { name, side: isCitizens ? 'citizens' : 'organisations' }, 'main form[action="/groups"]')
        assert.equal(await heading(guide), name)
        groups[name] = path(guide).split('/')[2]
      }
    })

    test('who is invited accepts, and begins a thread for the school', async () => {
      const marta = await comesIn('marta')
      await marta.goto('/threads/new')
      await send(marta, { title: 'Who visits whom in winter?', body: 'Which days are **empty**?', voice: groups['Primary School'] })
      assert.equal(await heading(marta), 'Who visits whom in winter?')
      assert.match(await main(marta), /Primary School/)
      none(marta.faults)
    })

    test('from the letter to the first post it is three clicks and less than a minute', async () => {
      const { page, name } = await invited('bela')
      const began = Date.now()
      let clicks = 0
      await send(page, { name })
      clicks += 1
      if (!(await page.locator('main form[action$="/posts#reply"]').count())) {
        await press(page, 'main a[href^="/threads/"]:not([href*=new])')
        clicks += 1
      }
      await send(page, { body: 'Tuesdays are empty here.' }, 'main form[action$="/posts#reply"]')
      clicks += 1
      await page.getByText('Tuesdays are empty here.').first().waitFor()
      assert.ok(clicks <= 3, `${clicks} clicks`)
      assert.ok(Date.now() - began < 60_000, `${Date.now() - began} ms`)
      people.bela = page
    })

    test('all the others come in', async () => {
      for (const who of ['ilona', 'cecilia', 'amina', 'dani']) await comesIn(who)
      await guide.goto('/founding')
      assert.match(await main(guide), /Parents of the Hill/)
    })

    test('a guide opens the platform, and what was settled is put to both sides', async () => {
      await guide.goto('/founding/opening')
      await send(guide, { sure: 'yes' })
      await guide.goto('/charter')
      assert.ok(await guide.locator('main a[href^="/decisions/"]').count())
      const stranger = await browser.page(platform, { javaScript })
      const answer = await stranger.goto('/threads')
      assert.equal(answer.status(), 200)
      assert.match(await main(stranger), /Who visits whom in winter/)
      await stranger.context().close()
    })

    test('a citizen names a need, and a school joins it', async () => {
      const { amina, marta } = people
      await amina.goto('/needs/new')
      await send(amina, { title: 'A safe way to school', body: 'Cars race past the school at the zebra crossing.' }, 'main form.form')
      assert.equal(await heading(amina), 'A safe way to school')
      at.need = path(amina)
      await marta.goto(at.need)
      await send(marta, { voice: groups['Primary School'], note: 'We see it each morning.' }, 'main form[action$="/supports"]')
      assert.match(await main(marta), /Primary School[\s\S]*We see it each morning/)
    })

    test('a guide enters what the council has on its table, and the author says how they relate', async () => {
      const { amina } = people
      await guide.goto('/agenda/new')
      await send(guide, { title: 'A zebra crossing on the way to school', body: 'So that cars do not race past the school.', on_day: inDays(20) }, 'main form.form')
      assert.equal(await heading(guide), 'A zebra crossing on the way to school')
      at.item = path(guide)
      await amina.goto(at.need)
      await press(amina, 'main a[href^="/agenda/relations/new"]')
      if (javaScript) none(await accessFaults(amina))
      await send(amina, { relation: 'complements', note: 'We help until it is there.' }, 'main form[action="/agenda/relations"]')
      await guide.goto(at.item)
      assert.match(await main(guide), /A safe way to school[\s\S]*We help until it is there/)
    })

    test('out of the need a focus is proposed', async () => {
      const { marta } = people
      await marta.goto(at.need)
      await press(marta, 'main a[href^="/focuses/new"]')
      const fields = { title: 'Every child walks to school', body: 'For one year, so that nobody has to be driven.' }
      await send(marta, { ...fields, voice: groups['Primary School'] }, 'main form.form')
      // Where the council has something alike, the author is asked how they relate; later will do.
      if (path(marta).startsWith('/agenda/')) await press(marta, 'main form a[href^="/focuses/"]')
      assert.equal(await heading(marta), 'Every child walks to school')
      assert.match(await main(marta), /A safe way to school/)
      at.focus = path(marta)
    })

    test('it is put to a decision', async () => {
      await guide.goto(at.focus)
      await press(guide, `main a[href="${at.focus}/decision"]`)
      await send(guide, { closes_at: `${inDays(7)}T12:00` }, 'main form.form')
      await guide.goto(at.focus)
      at.decision = await guide.locator('main a[href^="/decisions/"]').first().getAttribute('href')
    })

    test('both sides vote; a citizen changes the vote, and sees no count', async () => {
      const vote = async (who, choice, group) => {
        const page = people[who]
        await page.goto(at.decision)
        const line = group ? `main .line:has-text("${group}")` : 'main .line'
        if (group || !(await page.locator('form.ballot').count())) await press(page, `${line} a[href*="?voice="]`)
        await send(page, { choice }, 'form.ballot')
        assert.match(await page.locator('main code').first().innerText(), /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
        return page
      }
      const amina = await vote('amina', 'no')
      const receipt = await amina.locator('main code').first().innerText()
      await vote('amina', 'yes')
      assert.equal(await amina.locator('main code').first().innerText(), receipt, 'one vote, changed')
      assert.match(await main(amina), /\bYes\b/)
      for (const who of ['marta', 'bela', 'ilona']) await vote(who, who === 'ilona' ? 'no' : 'yes', PEOPLE[who][1])
      await vote('dani', 'no')
      await vote('cecilia', 'yes')
      await amina.goto(at.decision)
      assert.equal(await amina.locator('main .sides, main .track, main table').count(), 0)
      assert.doesNotMatch(await main(amina), /%/)
      assert.equal((await amina.request.get(`${at.decision}/ballots.csv`)).status(), 404)
    })

    test('after a week the focus is adopted, by a majority on each side', async () => {
      await platform.restart({ KALAKA_CLOCK_OFFSET: '8d' })
      const { amina } = people
      await amina.goto(at.decision)
      assert.ok(await amina.locator('main .track').count() >= 2, 'the sides are shown')
      await amina.goto(`${at.decision}/ballots`)
      assert.equal((await amina.request.get(`${at.decision}/ballots.csv`)).status(), 200)
      await amina.goto(at.focus)
      assert.equal(await amina.locator('main .head .state.moving').count(), 1)
    })

    test('an initiative under it is a draft, whose page says who is missing', async () => {
      const { marta } = people
      await marta.goto(`/initiatives/new?focus=${at.focus.split('/')[2]}`)
      const fields = { title: 'The walking bus', aim: 'Grown-ups walk along, each morning, on two ways.' }
      await send(marta, { ...fields, voice: groups['Primary School'] }, 'main form.form')
      if (path(marta).startsWith('/agenda/')) await press(marta, 'main form a[href^="/initiatives/"]')
      at.initiative = path(marta)
      assert.equal(await heading(marta), 'The walking bus')
      const missing = await marta.locator('main .note.missing').innerText()
      assert.match(missing, /sector/)
      assert.match(missing, /citizen/)
    })

    test('two sectors and a citizen group carry it, and it begins', async () => {
      const { bela, cecilia } = people
      const draft = await initiativeState(bela)
      await send(bela, { voice: groups['Bakery at the Bridge'] }, 'main form[action$="/carriers"]')
      assert.equal(await initiativeState(cecilia), draft)
      assert.doesNotMatch(await cecilia.locator('main .note.missing').innerText(), /sector/)
      await send(cecilia, { voice: groups['Parents of the Hill'] }, 'main form[action$="/carriers"]')
      assert.equal(await cecilia.locator('main .note.missing').count(), 0)
      assert.notEqual(await initiativeState(cecilia), draft)
    })

    test('a promise is made and kept', async () => {
      const { bela } = people
      await bela.goto(`${at.initiative}/promises/new`)
      await send(bela, { what: 'Hot rolls at the meeting point', due: inDays(30), voice: groups['Bakery at the Bridge'] })
      assert.match(await main(bela), /Hot rolls at the meeting point/)
      await press(bela, 'main a[href^="/promises/"][href$="/end"]')
      await send(bela, { state: 'kept', note: 'Each Monday at seven.' })
      assert.match(await main(bela), /Each Monday at seven/)
    })

    test('a result with its number stands on the home page, for everybody', async () => {
      const { cecilia } = people
      await cecilia.goto(`${at.initiative}/results/new`)
      await send(cecilia, { title: 'Two lines of the walking bus', amount: '23', unit: 'children walk' }, 'main form.form')
      const stranger = await browser.page(platform, { javaScript })
      await stranger.goto('/')
      const said = await main(stranger)
      for (const words of [/23\s+children walk/, /Two lines of the walking bus/, /Every child walks to school/, /The walking bus/]) {
        assert.match(said, words)
      }
      for (const page of [stranger, guide, ...Object.values(people)]) none(page.faults)
    })
  })
}
