// What the year of the demo town left out, made through its pages: letters that wait, forms that are asked
// for, lists half brought in. Gives the addresses that no list leads to.

import { fileURLToPath } from 'node:url'
import { fill, press, send, submit } from './harness.mjs'
import { oneTimeCode } from './lib/codes.mjs'
import { device } from './lib/device.mjs'
import { photo } from './lib/photo.mjs'

export const fixture = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const pathOf = (address) => new URL(address).pathname + new URL(address).search
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Opens pages as somebody without JavaScript, which is quicker, and no page is changed by it. */
const quietly = (browser, town) => (role) => browser.as(role, town, { javaScript: false })

export async function ofTown(browser, town) {
  const as = quietly(browser, town)
  const [guide, representative, citizen, guest] = [await as('guide'), await as('representative'), await as('citizen'), await as('guest')]
  const at = {
    usedUpLink: pathOf(town.links.citizen),
    ...(await invitations(guide, guest, town)),
    ...(await addresses(citizen, guest, town)),
    ...(await groups(citizen, representative, guide, town)),
    ...(await imports(guide)),
    ...(await post(representative)),
    ...(await work(representative)),
    ...(await talk(citizen, guide)),
    ...(await closed(guide)),
    ...(await reach(representative)),
    ...(await drafts(representative)),
    ...(await bookmarks(citizen)),
    ...(await tags(guide, citizen)),
    ...(await order(representative, citizen, guide)),
    ...(await own(citizen)),
    ...(await passkey(browser, town)),
    ...(await secondStep(representative, guest, town)),
    ...(await messages(representative, citizen)),
    ...(await care(representative, guide)),
    ...(await pictures(browser, town, representative)),
  }
  for (const page of [guide, representative, citizen, guest]) await page.context().close()
  return at
}

async function invitations(guide, guest, town) {
  await guide.goto('/invitations/new')
  await send(guide, { email: 'newcomer@example.net', note: 'We would be glad.' }, 'main form.form')
  const { links } = await town.mail.next('newcomer@example.net')
  await guide.goto('/invitations/new')
  await send(guide, { email: 'busy@example.net', name: 'Béla', remark: 'Met at the market.' }, 'main form.form')
  const declinedDoor = pathOf((await town.mail.next('busy@example.net')).links[0])
  await guest.goto(declinedDoor)
  await guest.locator('main details summary').click()
  await send(guest, { reason: 'Not this year.' }, 'main form[action$="/refusal"]')
  await guide.goto('/invitations/new?how=link')
  await send(guide, { uses: '5' }, 'main form.form')
  return { door: pathOf(links[0]), declinedDoor, linkDoor: pathOf(await guide.locator('#url').inputValue()) }
}

async function addresses(citizen, guest, town) {
  await citizen.goto('/account')
  const [own] = (await citizen.locator('main').innerText()).match(/\S+@[\w.]+\w/)
  await guest.goto('/sign-in')
  await send(guest, { email: own }, 'main form.form')
  await citizen.locator('main details:has([name=email]) summary').click()
  await send(citizen, { email: 'new-address@example.net' }, 'main form[action="/account/address"]')
  const [signIn, address] = [await town.mail.next(own), await town.mail.next('new-address@example.net')]
  return { signInLink: pathOf(signIn.links[0]), newAddress: pathOf(address.links[0]) }
}

/** A group that somebody claims, one that rests, and the mandates of the representative's own. */
async function groups(citizen, representative, guide, town) {
  const firstOf = async (page, list) => {
    await page.goto(list)
    return page.locator('#directory article h3 a').first().getAttribute('href')
  }
  const claimed = await firstOf(guide, '/groups?state=listed')
  await guide.goto(`${claimed}/edit`)
  await send(guide, { email: 'claimed-group@example.net' }, 'main form.form')
  await citizen.goto(`${claimed}/claims/new`)
  await send(citizen, { words: 'I keep its books, and answer its telephone on Mondays.' }, 'main form.form')
  const { links } = await town.mail.next('claimed-group@example.net')
  const restingGroup = await firstOf(guide, '/groups?state=in&side=organisations&page=2')
  await guide.goto(`${restingGroup}/rest`)
  await send(guide, { reason: 'The hall is being rebuilt until spring.' }, 'main form.form')
  await representative.goto('/account')
  const ownGroup = await representative.locator('main a[href^="/groups/"]').first().getAttribute('href')
  await representative.goto(`${ownGroup}/mandates`)
  const mandate = await representative.locator('main a[href*="/mandates/"]').first().getAttribute('href')
  return { claimed, claim: pathOf(citizen.url()), claimLetter: pathOf(links[0]), restingGroup, ownGroup, mandate }
}

const SMALL = 'Name;Type;Email\nRadio Pond;Media;radio@example.net\nPond Choir;Culture;\n;Sport;\n'

const AGAIN = 'Name;Type;Email;Phone\nRadio Pond;Media;news@example.net;064 111 222\nPond Choir;Culture;choir@example.net;\n'

/**
 * A small list that was brought in, and comes again saying something else; and a messy one: once at its columns,
 * once at its rows.
 */
async function imports(guide) {
  const upload = async (file) => {
    await guide.goto('/groups/import')
    await guide.locator('input[type=file]').setInputFiles(file)
    await submit(guide, 'main form[enctype]')
    return pathOf(guide.url())
  }
  const importResult = await upload({ name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from(SMALL) })
  await submit(guide, 'main form[action^="/groups/import/"]')
  await press(guide, 'main button[value=take]')
  const importColumns = await upload(fixture('messy.csv'))
  const rows = await upload(fixture('messy.csv'))
  await submit(guide, 'main form[action^="/groups/import/"]')
  const again = await upload({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(AGAIN) })
  await submit(guide, 'main form[action^="/groups/import/"]')
  return { importResult, importColumns, importRows: `${rows}/rows`, importAgain: `${again}/rows` }
}

async function post(representative) {
  await representative.goto('/threads/new')
  await send(representative, { title: 'Who has a ladder?', body: 'One of four metres.' }, 'main form.form')
  const edit = await representative.locator('main a[href$="/edit"]').first().getAttribute('href')
  await representative.goto(edit)
  await send(representative, { body: 'One of **five** metres.' }, 'main form.form')
  return { postEdit: edit, postVersions: edit.replace('/edit', '/versions') }
}

/** The representative takes an initiative up and promises something in it. */
async function work(representative) {
  await representative.goto('/initiatives')
  const initiative = await representative.locator('main a[href^="/initiatives/"]:not([href*=new])').first().getAttribute('href')
  await representative.goto(initiative)
  if (!(await representative.locator('main a[href$="/edit"]').count())) await submit(representative, 'main form[action$="/carriers"]')
  await representative.goto(`${initiative}/promises/new`)
  await send(representative, { what: 'Bring the ladder', due: inDays(30) }, 'main form.form')
  const end = await representative.locator('main .line', { hasText: 'Bring the ladder' }).locator('a[href$="/end"]').getAttribute('href')
  return {
    initiativeEdit: `${initiative}/edit`,
    initiativeClosing: `${initiative}/closure`,
    promiseEnd: end,
    promiseMove: end.replace('/end', '/move'),
  }
}

/** A need that reads like one on the council's table, and a focus proposed out of it. */
async function talk(citizen, guide) {
  await citizen.goto('/agenda')
  const title = (await citizen.locator('main a[href^="/agenda/"]:not([href*=new]):not([href*=import])').first().innerText()).trim()
  await citizen.goto('/needs/new')
  await send(citizen, { title, body: 'The council talks about it. So do we.' }, 'main form[action="/needs"]')
  if (await citizen.locator('main button[value=different]').count()) await press(citizen, 'main button[value=different]')
  const [, need] = citizen.url().match(/need-(\d+)/) ?? citizen.url().match(/needs\/(\d+)/)
  await guide.goto(`/focuses/new?need=${need}`)
  await send(guide, { title: 'Let us do it together', body: 'So that it is done, and done well.' }, 'main form.form')
  const focus = (await guide.url().match(/focus-(\d+)/)) ?? guide.url().match(/focuses\/(\d+)/)
  return { needTitle: title, agendaRelate: `/agenda/relations/new?subject=need-${need}`, focusProposed: `/focuses/${focus[1]}` }
}

/** A thread that a guide has closed with a reason: the one that was quiet for longest. */
async function closed(guide) {
  await guide.goto('/threads')
  const threads = await guide.locator('main article h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const closedThread = threads.at(-1).split('?')[0]
  await guide.goto(`${closedThread}/closing`)
  await send(guide, { reason: 'What was asked here is answered. It goes on under the focus.' }, 'main form.form')
  return { closedThread, threadClosing: `${threads[0].split('?')[0]}/closing` }
}

/** A thread of which posts were split off, with a key post, announced. */
async function care(representative, guide) {
  await representative.goto('/threads/new')
  await send(representative, { title: 'A path along the brook', body: 'Who would walk there?' }, 'main form.form')
  const splitThread = pathOf(representative.url())
  for (const body of ['From the mill to the school.', 'And who bakes for the fair?', 'I can bake.', 'The brook floods in March.']) {
    await representative.goto(splitThread)
    await send(representative, { body }, 'main form[action$="/posts#reply"]')
  }
  await guide.goto(splitThread)
  await press(guide, 'main #post-2 form[action$="/key"] button')
  await guide.goto(`${splitThread}/split`)
  await send(guide, { title: 'Baking for the fair', more: '3-4' }, 'main form.form')
  await guide.goto(`${splitThread}/announcement`)
  await submit(guide, 'main form.form')
  return { splitThread }
}

/** What somebody says of themselves, and an archive of their data that is ready. */
async function own(citizen) {
  await citizen.goto('/account/profile')
  const said = {
    about: 'I bake, and teach children to swim in summer.',
    helps: 'A trailer. Bread for forty people. Filling in forms.',
    speaks: 'Hungarian, some German',
  }
  await send(citizen, said, 'main form.form')
  const person = await citizen.locator('main a[href^="/people/"]').first().getAttribute('href')
  await citizen.goto('/account/data')
  await submit(citizen, 'main form[action="/account/data/exports"]')
  while (!(await citizen.locator('main a[download]').count())) {
    await citizen.waitForTimeout(250)
    await citizen.reload()
  }
  return { person }
}

/** The representative has a passkey, which only a page with JavaScript makes. */
async function passkey(browser, town) {
  const page = await browser.as('representative', town)
  await device(page)
  await page.goto('/account/passkeys/new')
  await fill(page, { name: 'Telephone' }, 'main form.form')
  await page.locator('main passkey-button button').click()
  await page.waitForURL(/\/account\/passkeys$/)
  await page.context().close()
}

/** The representative sets up a second step, and is asked for a code behind the next link. */
async function secondStep(representative, guest, town) {
  await representative.goto('/account')
  const [own] = (await representative.locator('main').innerText()).match(/\S+@[\w.]+\w/)
  await representative.goto('/account/second-step')
  await submit(representative, 'main form[action="/account/second-step"]')
  const secret = await representative.locator('main details code').textContent()
  await send(representative, { code: oneTimeCode(secret) }, 'main form.form')
  await guest.goto('/sign-in')
  await send(guest, { email: own }, 'main form.form')
  let letter
  do letter = await town.mail.next(own)
  while (!letter.links[0]?.includes('/sign-in/'))
  return { codeLink: pathOf(letter.links[0]) }
}

/** An answer and a thread that were begun and not sent. */
async function drafts(representative) {
  await representative.goto('/threads')
  const thread = await representative.locator('main article h3 a').first().getAttribute('href')
  const draftedThread = thread.split('?')[0]
  const keep = async (path, form, fields) => {
    await representative.goto(path)
    await fill(representative, fields, form)
    await press(representative, `${form} button[formaction$="back=yes"]`)
  }
  await keep(draftedThread, 'main form[action$="/posts#reply"]', { body: 'We could lend our van on Thursdays, if somebody' })
  await keep('/threads/new', 'main form[action="/threads"]', { title: 'A second hand for the market', body: 'On Saturdays there are two of us.' })
  return { draftedThread }
}

/** A group that is not in, where several know somebody. */
async function reach(representative) {
  await representative.goto('/groups/map')
  return { reachable: await representative.locator('main [aria-labelledby=reachable] a[href^="/groups/"]').first().getAttribute('href') }
}

/** A tag, and a thread that has it. */
async function tags(guide, citizen) {
  const named = [{ en: 'On foot', hu: 'Gyalog', 'about-en': 'Whatever is done on one’s own feet.' }, { en: 'Water', hu: 'Víz' }]
  const paths = []
  for (const fields of named) {
    await guide.goto('/tags/new')
    await send(guide, fields, 'main form.form')
    paths.push(pathOf(guide.url()))
  }
  await citizen.goto(`/threads/new?tag=${paths[0].split('/').pop()}`)
  await send(citizen, { title: 'Sunday on foot', body: 'An hour or so, at nine.' }, 'main form[action="/threads"]')
  return { tag: paths[0], taggedThread: pathOf(citizen.url()) }
}

/** Two posts and a thread that are kept, one with a note and a day. */
async function bookmarks(citizen) {
  await citizen.goto('/threads')
  const threads = await citizen.locator('main article h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href').split('?')[0]))
  for (const thread of threads.slice(0, 2)) {
    await citizen.goto(thread)
    await press(citizen, 'main .post form[action$="/bookmark"] button')
  }
  await press(citizen, 'main aside form[action$="/bookmark"] button')
  await citizen.goto('/bookmarks')
  const bookmark = await citizen.locator('main a[href^="/bookmarks/"]').last().getAttribute('href')
  await citizen.goto(bookmark)
  await send(citizen, { note: 'Ask whether the van is still free on Thursdays.', remind_on: inDays(9) }, 'main form.form')
  return { bookmark }
}

/** A post that waits in the guides' queue, and one that was hidden and is appealed. */
async function order(representative, citizen, guide) {
  await representative.goto('/threads/new')
  await send(representative, { title: 'Why is the market closed?', body: 'It was open last year.' }, 'main form.form')
  const hiddenThread = pathOf(representative.url())
  for (const body of ['Because some people are lazy, and we all know who.', 'Buy your ladders at my shop: three for the price of two!']) {
    await representative.goto(hiddenThread)
    await send(representative, { body }, 'main form[action$="/posts#reply"]')
  }
  await citizen.goto(hiddenThread)
  const links = await citizen.locator('main a[href$="/flags/new"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  const flag = async (path, reason, words) => {
    await citizen.goto(path)
    await citizen.locator(`[name=reason][value=${reason}]`).check()
    await send(citizen, { words }, 'main form.form')
  }
  await flag(links[1], 'unkind', 'Everybody knows whom this means.')
  await flag(links[2], 'advertising', '')
  const [unkind, moderationCase] = [links[1], links[2]].map((link) => `/moderation${link.replace('/flags/new', '')}`)
  await guide.goto(`${unkind}/acts/new?deed=hidden&reason=unkind`)
  await submit(guide, 'main form.form')
  await guide.goto(unkind)
  const moderationAct = await guide.locator('main aside a[href^="/moderation/acts/"]').first().getAttribute('href')
  await representative.goto(moderationAct)
  await send(representative, { words: 'I meant nobody in particular.' }, 'main form.form')
  return { hiddenThread, postFlag: links[0], moderationCase, moderationAct }
}

/** Messages of which one was shown to the guides. */
async function messages(representative, citizen) {
  await representative.goto('/account/profile')
  const page = await representative.locator('main a[href^="/people/"]').first().getAttribute('href')
  const newMessage = `/messages/new?to=p${page.split('/').pop()}`
  await citizen.goto(newMessage)
  await send(citizen, { body: 'Good morning! Is the *hall* free on Friday evening? There would be about thirty of us.' }, 'main form.form')
  const correspondence = pathOf(citizen.url())
  await representative.goto(correspondence)
  await send(representative, { body: 'It is. Only leave it cleaner than last time, if you people can.' }, 'main form.form')
  await citizen.goto(`${correspondence}/reports/new?number=2`)
  await citizen.locator('[name=reason][value=unkind]').check()
  await send(citizen, { words: 'We always clean.' }, 'main form.form')
  await representative.goto(correspondence)
  await send(representative, { body: 'Sorry, that was not fair. The key is with the janitor, [here is how to find her](https://example.org/).' }, 'main form.form')
  return { correspondence, newMessage }
}

/** A photo that waits to be described, and a thread that shows it and a list. */
async function pictures(browser, town, representative) {
  const painter = await browser.as('representative', town)
  await painter.goto('/threads')
  const taken = { name: 'river.jpg', mimeType: 'image/jpeg', buffer: await photo(painter) }
  await painter.context().close()
  const sent = async (file) => {
    await representative.goto('/files/new?for=new-focus-1')
    await representative.locator('main input[type=file]').setInputFiles(file)
    await submit(representative, 'main form[enctype]')
    return pathOf(representative.url())
  }
  const fileDescription = await sent(taken)
  const [, id] = fileDescription.match(/files\/(\d+)/)
  await sent({ name: 'Helpers.csv', mimeType: 'text/csv', buffer: Buffer.from('name,day\nEva,Monday\n') })
  const body = `The river stands at the second step this morning.\n\n![The river under the bridge, a red boat on it](/files/${id}/river.webp)\n\nWho helps when: [Helpers.csv](/files/${Number(id) + 1}/helpers.csv)`
  await representative.goto('/threads/new')
  await send(representative, { title: 'The river this morning', body }, 'main form.form')
  return { fileDescription, picturesThread: pathOf(representative.url()).split('?')[0] }
}

/** Two versions of the agreements, the second of which members have not accepted yet. */
async function agreements(guide) {
  const first = '## We listen\n\nEverybody finishes what they say.\n\n## We stay with the matter\n\nNever with the person.'
  await guide.goto('/agreements/edit')
  await send(guide, { en: first }, 'main form.form')
  await guide.goto('/agreements/edit')
  await guide.locator('main [name=weight][value=change]').check()
  await send(guide, { en: `${first}\n\nWhoever hurt somebody says sorry.`, note: 'We say what follows a hard word.' }, 'main form.form')
}

/** A community that was founded today, and one person in it beside its guide. */
export async function ofCircle(browser, circle) {
  const guide = await browser.page(circle, { javaScript: false })
  await guide.goto('/founding/start')
  await send(guide, { name: 'Kővölgy', place: 'Kővölgy', guide: 'Stella Kovács', email: 'stella@example.org' })
  await guide.goto('/community/edit')
  await guide.locator('main [name=second_thoughts]').check()
  await submit(guide, 'main form.form')
  await guide.goto('/invitations/new')
  await send(guide, { email: 'amina@example.org' }, 'main form.form')
  const { links } = await circle.mail.next('amina@example.org')
  const citizen = await browser.page(circle, { javaScript: false })
  await citizen.goto(links[0])
  await send(citizen, { name: 'Amina Diallo' })
  await agreements(guide)
  for (const [role, page] of [['guide', guide], ['citizen', citizen]]) {
    browser.keep(role, circle, await page.context().storageState())
    await page.context().close()
  }
  return {}
}
