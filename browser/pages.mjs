// The page types, each with a sample: what is looked at, checked and photographed.
//
// Its `steps` lead to the sample, one after the other: an address, a pattern that a link on the page fits,
// or something done there. An address may be one that was prepared (samples.mjs).
// `as` is who looks: guest, citizen, representative or guide; `of` is where: the demo town, a community that
// was founded today (circle), or one that nobody has founded (empty).

import { DEVELOPMENT, fill, Platform, send, submit } from './harness.mjs'
import { fixture, ofCircle, ofTown } from './samples.mjs'

/** A town's own sign-in, which nobody asks here. */
const TOWN_ACCOUNTS = {
  KALAKA_OIDC_ISSUER: 'https://accounts.example.net', KALAKA_OIDC_CLIENT: 'kalaka', KALAKA_OIDC_SECRET: 'secret',
  KALAKA_OIDC_NAME: 'Town ID',
}

const page = (name, path, as = 'guest', more = {}) => ({ name, steps: [path], as, of: 'town', ...more })

/** The first of a list, and what leads on from there: a link that ends so. */
const first = (name, list, as = 'citizen', ...ends) => ({
  name,
  steps: [list, new RegExp(`^${list}/\\d+(\\?.*)?$`), ...ends.map((end) => new RegExp(`${end}(\\?.*)?$`))],
  as,
  of: 'town',
})

/** The page that answers a form; nothing is kept by it. */
const answer = (name, path, as, fields, form = 'main form.form') => ({
  name,
  steps: [
    path,
    async (page, at) => {
      await fill(page, typeof fields === 'function' ? fields(at) : fields, form)
      await page.locator(form).first().locator('button:not([type=button])').first().click()
    },
  ],
  as,
  of: 'town',
})

const upload = (name, path, file) => ({
  name,
  steps: [
    path,
    async (page) => {
      await page.locator('main input[type=file]').setInputFiles(fixture(file))
      await page.locator('main form[enctype] button:not([type=button])').first().click()
    },
  ],
  as: 'guide',
  of: 'town',
})

export const pages = [
  page('home', '/'),
  page('home-citizen', '/', 'citizen'),
  page('home-guide', '/', 'guide'),
  page('sign-in', '/sign-in'),
  answer('sign-in-sent', '/sign-in', 'guest', { email: 'nobody@example.net' }),
  page('sign-in-link', (at) => at.signInLink),
  page('sign-in-link-used-up', (at) => at.usedUpLink, 'guest', { status: 410 }),
  page('account', '/account', 'citizen'),
  page('account-address', (at) => at.newAddress, 'citizen'),
  page('account-profile', '/account/profile', 'citizen'),
  page('account-data', '/account/data', 'citizen'),
  page('town-account', '/account/town-account', 'citizen'),
  page('town-account-refused', '/sign-in/town/return', 'guest', { status: 410 }),
  page('passkeys-none', '/account/passkeys', 'citizen'),
  page('passkeys', '/account/passkeys', 'representative'),
  page('passkeys-new', '/account/passkeys/new', 'citizen'),
  {
    ...page('sign-in-passkey-wrong', '/sign-in', 'guest', { status: 422 }),
    steps: [
      '/sign-in',
      async (page) => {
        const answer = page.waitForEvent('framenavigated')
        await page.locator('main form[action="/sign-in/passkey"]').evaluate((form) => form.submit())
        await answer
      },
    ],
  },
  page('second-step', '/account/second-step', 'citizen'),
  answer('second-step-new', '/account/second-step', 'citizen', {}, 'main form[action="/account/second-step"]'),
  {
    ...page('second-step-new-wrong', '/account/second-step', 'citizen', { status: 422 }),
    steps: ['/account/second-step', (page) => submit(page, 'main form[action="/account/second-step"]'), (page) => send(page, { code: '000000' }, 'main form.form')],
  },
  page('second-step-is-set-up', '/account/second-step', 'representative'),
  {
    ...page('second-step-codes', '/account/second-step', 'representative'),
    steps: [
      '/account/second-step',
      async (page) => {
        await page.locator('main details.confirm summary').first().click()
        await page.locator('main form[action$="/codes"] button').click()
      },
    ],
  },
  answer('sign-in-code', (at) => at.codeLink, 'guest', {}),
  page('account-deletion', '/account/data/deletion', 'representative'),
  answer('account-deletion-sure', '/account/data/deletion', 'citizen', {}),
  page('person', (at) => at.person, 'guide'),
  page('privacy', '/privacy'),
  page('notifications', '/notifications', 'citizen'),
  page('people', '/people', 'guide'),
  page('invitations', '/invitations', 'guide'),
  page('invitation-new', '/invitations/new', 'guide'),
  answer('invitation-made', '/invitations/new?how=link', 'guide', { uses: '5' }),
  page('invitation-paper-new', '/invitations/new?how=paper', 'guide'),
  answer('invitation-paper', '/invitations/new?how=paper', 'guide', { name: 'Nadia', note: 'We would be glad.' }),
  page('invitation-door', (at) => at.door),
  page('invitation-declined', (at) => at.declinedDoor),
  page('invitation-code', '/code'),
  { ...answer('invitation-code-unknown', '/code', 'guest', { code: 'K7Q4-MX2D-9RTA' }), status: 422 },
  page('invitation-door-by-link', (at) => at.linkDoor),
  page('invitation-over', '/invitations/long-gone', 'guest', { status: 410 }),
  page('sectors', '/sectors', 'guide'),
  page('sector-new', '/sectors/new', 'guide'),
  page('sector-edit', '/sectors/1/edit', 'guide'),
  page('groups', '/groups'),
  page('groups-map', '/groups/map'),
  page('groups-map-citizen', '/groups/map', 'citizen'),
  page('map-poster', '/map/poster'),
  page('groups-missing', '/groups/missing', 'guide'),
  { ...answer('groups-missing-nothing', '/groups/missing', 'citizen', {}), status: 422 },
  page('group-reachable', (at) => at.reachable, 'representative'),
  page('invitation-new-known', (at) => `/invitations/new?group=${at.reachable.split('/').pop()}`, 'guide'),
  page('groups-import', '/groups/import', 'guide'),
  page('groups-import-columns', (at) => at.importColumns, 'guide'),
  page('groups-import-rows', (at) => at.importRows, 'guide'),
  page('groups-import-again', (at) => at.importAgain, 'guide'),
  page('groups-import-result', (at) => at.importResult, 'guide'),
  page('groups-import-invitations', (at) => `${at.importResult}/invitations`, 'guide'),
  page('group-new', '/groups/new', 'citizen'),
  first('group', '/groups', 'representative'),
  first('group-edit', '/groups', 'guide', '/edit'),
  page('group-rest', (at) => `${at.ownGroup}/rest`, 'representative'),
  page('group-rests', (at) => at.restingGroup, 'guide'),
  page('mandates', (at) => `${at.ownGroup}/mandates`, 'representative'),
  page('mandate-edit', (at) => at.mandate, 'representative'),
  page('claim-new', (at) => `${at.claimed}/claims/new`, 'guide'),
  { ...answer('claim-new-wrong', (at) => `${at.claimed}/claims/new`, 'guide', { words: ' ' }), status: 422 },
  page('claims', '/claims', 'guide'),
  page('claim', (at) => at.claim, 'guide'),
  page('claim-own', (at) => at.claim, 'citizen'),
  page('claim-letter', (at) => at.claimLetter),
  page('claim-letter-over', '/claims/letters/over', 'guest', { status: 410 }),
  page('threads', '/threads'),
  page('thread-new', '/threads/new', 'representative'),
  first('thread', '/threads'),
  page('thread-closing', (at) => at.threadClosing, 'guide'),
  page('thread-summary', (at) => `${at.draftedThread}/summary`, 'guide'),
  page('thread-closed', (at) => at.closedThread),
  page('thread-closed-guide', (at) => at.closedThread, 'guide'),
  page('thread-place', (at) => `${at.draftedThread}/place?q=a`, 'guide'),
  page('thread-split', (at) => `${at.splitThread}/split`, 'guide'),
  page('thread-merge', (at) => `${at.draftedThread}/merge?q=a`, 'guide'),
  page('thread-announcement', (at) => `${at.draftedThread}/announcement`, 'guide'),
  page('thread-split-off', (at) => at.splitThread, 'guide'),
  page('thread-share', (at) => `${at.picturesThread}/share`),
  page('post-share', (at) => `${at.hiddenThread}/share?post=1`, 'citizen'),
  page('thread-print', (at) => `${at.picturesThread}/print`),
  page('tags', '/tags', 'guide'),
  page('tag', (at) => at.tag, 'citizen'),
  page('tag-new', '/tags/new', 'guide'),
  page('tag-edit', (at) => `${at.tag}/edit`, 'guide'),
  { ...answer('tag-nameless', '/tags/new', 'guide', {}), status: 422 },
  page('thread-tags', (at) => `${at.taggedThread}/tags`, 'guide'),
  page('thread-tagged', (at) => at.taggedThread),
  page('shortcuts', '/shortcuts'),
  { ...answer('thread-new-thought', '/threads/new', 'citizen', { title: 'Why is the bus late?', body: 'WHY IS THE BUS LATE EVERY MORNING? I ASK MYSELF. AND YOU?' }), of: 'circle' },
  page('drafts', '/drafts', 'representative'),
  page('bookmarks', '/bookmarks', 'citizen'),
  page('bookmark', (at) => at.bookmark, 'citizen'),
  page('bookmarks-none', '/bookmarks', 'guide'),
  page('file-new', '/files/new?for=new', 'representative'),
  { ...answer('file-none', '/files/new?for=new', 'representative', {}), status: 422 },
  page('file-description', (at) => at.fileDescription, 'representative'),
  { ...answer('file-not-described', (at) => at.fileDescription, 'representative', {}), status: 422 },
  page('thread-pictures', (at) => at.picturesThread, 'citizen'),
  page('drafts-none', '/drafts', 'guide'),
  page('thread-draft', (at) => at.draftedThread, 'representative'),
  page('post-edit', (at) => at.postEdit, 'representative'),
  page('post-versions', (at) => at.postVersions),
  page('post-flag', (at) => at.postFlag, 'citizen'),
  page('moderation', '/moderation', 'guide'),
  page('moderation-case', (at) => at.moderationCase, 'guide'),
  page('moderation-acting', (at) => `${at.moderationCase}/acts/new?deed=paused-3&reason=unkind`, 'guide'),
  page('moderation-act', (at) => at.moderationAct, 'guide'),
  page('moderation-act-own', (at) => at.moderationAct, 'representative'),
  page('moderation-log', '/moderation/log'),
  page('moderation-patterns', '/moderation/patterns', 'guide'),
  page('moderation-reports', '/moderation/reports', 'guide'),
  page('messages', '/messages', 'citizen'),
  page('messages-none', '/messages', 'guide'),
  page('messages-one', (at) => at.correspondence, 'citizen'),
  page('messages-new', (at) => at.newMessage, 'guide'),
  page('messages-report', (at) => `${at.correspondence}/reports/new?number=2`, 'citizen'),
  page('thread-hidden', (at) => at.hiddenThread, 'citizen'),
  page('thread-hidden-own', (at) => at.hiddenThread, 'representative'),
  page('needs', '/needs'),
  page('need-new', '/needs/new', 'citizen'),
  answer('need-alike', '/needs/new', 'citizen', (at) => ({ title: at.needTitle, body: 'In other words.' })),
  first('need', '/needs'),
  first('need-merge', '/needs', 'guide', '/merge'),
  page('agenda', '/agenda'),
  page('agenda-new', '/agenda/new', 'guide'),
  page('agenda-import', '/agenda/import', 'guide'),
  upload('agenda-import-preview', '/agenda/import', 'agenda.csv'),
  first('agenda-item', '/agenda'),
  first('agenda-edit', '/agenda', 'guide', '/edit'),
  page('agenda-relate', (at) => at.agendaRelate, 'citizen'),
  page('focuses', '/focuses'),
  page('focus-new', '/focuses/new', 'citizen'),
  first('focus', '/focuses'),
  first('focus-stakes', '/focuses', 'guest', '/stakes'),
  first('focus-stakes-representative', '/focuses', 'representative', '/stakes'),
  first('focus-stakes-new', '/focuses', 'representative', '/stakes/new'),
  page('focus-proposed', (at) => at.focusProposed, 'guide'),
  page('focus-edit', (at) => `${at.focusProposed}/edit`, 'guide'),
  page('focus-decision', (at) => `${at.focusProposed}/decision`, 'guide'),
  page('focus-closure', (at) => `${at.focusProposed}/closure`, 'guide'),
  page('decisions', '/decisions'),
  page('decision-closed', '/decisions/2', 'citizen'),
  page('decision-ballots', '/decisions/2/ballots'),
  page('decision-ballots-no-such', '/decisions/2/ballots?receipt=K7Q4-MX2D-9RTA'),
  first('decision', '/decisions'),
  page('initiatives', '/initiatives'),
  page('initiative-new', '/initiatives/new', 'citizen'),
  first('initiative', '/initiatives', 'representative'),
  page('initiative-edit', (at) => at.initiativeEdit, 'representative'),
  page('initiative-closing', (at) => at.initiativeClosing, 'representative'),
  page('promise-end', (at) => at.promiseEnd, 'representative'),
  page('promise-move', (at) => at.promiseMove, 'representative'),
  first('promise-new', '/initiatives', 'representative', '/promises/new'),
  first('result-new', '/initiatives', 'guide', '/results/new'),
  page('results', '/results'),
  page('meetings', '/meetings'),
  page('meeting-new', '/meetings/new', 'guide'),
  first('meeting', '/meetings'),
  first('meeting-edit', '/meetings', 'guide', '/edit'),
  page('community', '/community', 'guide'),
  page('community-caps', '/community/caps', 'guide'),
  page('community-retention', '/community/retention', 'guide'),
  page('community-edit', '/community/edit', 'guide', { of: 'circle' }),
  page('charter', '/charter'),
  page('charter-edit', '/charter/edit', 'guide'),
  page('charter-version', '/charter/versions/1'),
  page('activity', '/activity'),
  page('search', '/search?q=a', 'citizen'),
  page('search-narrowed', '/search?q=a&side=citizens&locale=hu&from=2026-01-01', 'citizen'),
  page('search-wrong', '/search?q=a&voice=nobody&to=soon', 'citizen', { status: 422 }),
  page('search-nothing', '/search?q=xyzzy', 'citizen'),
  page('design', '/design'),
  page('founding-start', '/founding/start', 'guest', { of: 'empty' }),
  page('founding', '/founding', 'guide', { of: 'circle' }),
  page('founding-opening', '/founding/opening', 'guide', { of: 'circle' }),
  page('home-circle', '/', 'citizen', { of: 'circle' }),
  page('home-welcome', '/', 'guest', { of: 'circle' }),
  page('threads-none', '/threads', 'citizen', { of: 'circle' }),
  page('needs-none', '/needs', 'citizen', { of: 'circle' }),
  page('groups-none', '/groups', 'guide', { of: 'circle' }),
  page('agreements-none', '/agreements'),
  page('agreements', '/agreements', 'guide', { of: 'circle' }),
  page('agreements-old', '/agreements/versions/1', 'guest', { of: 'circle' }),
  page('agreements-comparison', '/agreements/comparison?from=1&to=2', 'guest', { of: 'circle' }),
  page('agreements-edit', '/agreements/edit', 'guide', { of: 'circle' }),
  page('agreements-acceptance', '/agreements/acceptance', 'citizen', { of: 'circle' }),
  page('charter-none', '/charter', 'guide', { of: 'circle' }),
  page('not-found', '/nothing-is-here', 'guest', { status: 404 }),
]

/** The three places, running, with what is prepared in them. `towns.stop()` ends all. */
export class Towns {
  static async open(browser, { data } = {}) {
    const towns = new Towns()
    try {
      await towns.start(browser, { environment: DEVELOPMENT }, data)
      return towns
    } catch (error) {
      // A server that is left running would keep the tests from ending.
      await towns.stop()
      throw error
    }
  }

  async start(browser, options, data) {
    this.town = await Platform.demo({ environment: { ...options.environment, ...TOWN_ACCOUNTS }, data, host: 'localhost' })
    this.circle = await Platform.empty(options)
    this.empty = await Platform.empty(options)
    this.at = { ...(await ofTown(browser, this.town)), ...(await ofCircle(browser, this.circle)) }
  }

  async stop() {
    await Promise.all([this.town, this.circle, this.empty].map((platform) => platform?.stop()))
  }
}

/** Opens a sample of a page type; gives its answer, or none when there is no sample to open. */
export async function open(page, { steps }, at) {
  let answer = null
  const isPage = (response) => response.request().isNavigationRequest() && response.frame() === page.mainFrame()
  const isLast = (response) => isPage(response) && !(response.status() >= 300 && response.status() < 400)
  for (const step of steps) {
    if (step instanceof RegExp) {
      const hrefs = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
      const sample = hrefs.find((href) => step.test(href))
      if (!sample) return null
      answer = await page.goto(sample)
    } else if (answer && typeof step === 'function') {
      const answered = page.waitForResponse(isLast)
      await step(page, at)
      answer = await answered
      await page.waitForLoadState()
    } else {
      answer = await page.goto(typeof step === 'function' ? step(at) : step)
    }
  }
  return answer
}
