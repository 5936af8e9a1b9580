// The page types, each with a sample: what is looked at, checked and photographed.
//
// `path` is where it is; or `from` is a page with a link to a sample, and `link` says which link; or there
// are several `steps` of that kind, one after the other.
// `as` is who looks: guest, citizen, representative or guide of the demo town.

const page = (name, path, as = 'guest', more = {}) => ({ name, steps: [path], as, ...more })

/** The first of a list, and what leads on from there: a link that ends so. */
const first = (name, list, as = 'citizen', ...ends) => ({
  name,
  steps: [list, new RegExp(`^${list}/\\d+(\\?.*)?$`), ...ends.map((end) => new RegExp(`${end}(\\?.*)?$`))],
  as,
})

export const pages = [
  page('home', '/'),
  page('home-citizen', '/', 'citizen'),
  page('home-guide', '/', 'guide'),
  page('sign-in', '/sign-in'),
  page('account', '/account', 'citizen'),
  page('notifications', '/notifications', 'citizen'),
  page('people', '/people', 'guide'),
  page('invitations', '/invitations', 'guide'),
  page('invitation-new', '/invitations/new', 'guide'),
  page('sectors', '/sectors', 'guide'),
  page('sector-new', '/sectors/new', 'guide'),
  page('groups', '/groups'),
  page('groups-map', '/groups/map'),
  page('groups-import', '/groups/import', 'guide'),
  page('group-new', '/groups/new', 'citizen'),
  first('group', '/groups', 'representative'),
  first('group-edit', '/groups', 'guide', '/edit'),
  page('threads', '/threads'),
  page('thread-new', '/threads/new', 'representative'),
  first('thread', '/threads'),
  page('needs', '/needs'),
  page('need-new', '/needs/new', 'citizen'),
  first('need', '/needs'),
  first('need-merge', '/needs', 'guide', '/merge'),
  page('agenda', '/agenda'),
  page('agenda-new', '/agenda/new', 'guide'),
  page('agenda-import', '/agenda/import', 'guide'),
  first('agenda-item', '/agenda'),
  page('focuses', '/focuses'),
  page('focus-new', '/focuses/new', 'citizen'),
  first('focus', '/focuses'),
  page('decisions', '/decisions'),
  first('decision', '/decisions'),
  page('initiatives', '/initiatives'),
  page('initiative-new', '/initiatives/new', 'citizen'),
  first('initiative', '/initiatives', 'representative'),
  first('promise-new', '/initiatives', 'representative', '/promises/new'),
  first('result-new', '/initiatives', 'guide', '/results/new'),
  page('results', '/results'),
  page('meetings', '/meetings'),
  page('meeting-new', '/meetings/new', 'guide'),
  first('meeting', '/meetings'),
  page('charter', '/charter'),
  page('charter-version', '/charter/versions/1'),
  page('activity', '/activity'),
  page('search', '/search?q=a', 'citizen'),
  page('search-nothing', '/search?q=xyzzy', 'citizen'),
  page('design', '/design'),
  page('not-found', '/nothing-is-here', 'guest', { status: 404 }),
]

/** The page of our own components is there for those who develop. */
export const DEVELOPMENT = { KALAKA_DEVELOPMENT: 'true' }

/** Opens a sample of a page type; gives the answer, or none when there is no sample to open. */
export async function open(page, { steps: [start, ...links] }) {
  let answer = await page.goto(start)
  for (const link of links) {
    const hrefs = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    const sample = hrefs.find((href) => link.test(href))
    if (!sample) return null
    answer = await page.goto(sample)
  }
  return answer
}
