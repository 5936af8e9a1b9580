// The page types, each with a sample: what is looked at, checked and photographed.
//
// `path` is where it is; or `from` is a page with a link to a sample, and `link` says which link.
// `as` is who looks: guest, citizen, representative or guide of the demo town.

const first = (from, as = 'citizen') => ({ from, link: new RegExp(`^${from}/\\d+$`), as })

export const pages = [
  { name: 'home', path: '/', as: 'guest' },
  { name: 'home-citizen', path: '/', as: 'citizen' },
  { name: 'home-guide', path: '/', as: 'guide' },
  { name: 'sign-in', path: '/sign-in', as: 'guest' },
  { name: 'account', path: '/account', as: 'citizen' },
  { name: 'groups', path: '/groups', as: 'guest' },
  { name: 'group', ...first('/groups', 'representative') },
  { name: 'threads', path: '/threads', as: 'guest' },
  { name: 'thread', ...first('/threads') },
  { name: 'needs', path: '/needs', as: 'guest' },
  { name: 'need', ...first('/needs') },
  { name: 'agenda', path: '/agenda', as: 'guest' },
  { name: 'focuses', path: '/focuses', as: 'guest' },
  { name: 'focus', ...first('/focuses') },
  { name: 'decisions', path: '/decisions', as: 'guest' },
  { name: 'decision', ...first('/decisions') },
  { name: 'initiatives', path: '/initiatives', as: 'guest' },
  { name: 'initiative', ...first('/initiatives', 'representative') },
  { name: 'charter', path: '/charter', as: 'guest' },
  { name: 'activity', path: '/activity', as: 'guest' },
  { name: 'search', path: '/search?q=a', as: 'citizen' },
  { name: 'not-found', path: '/nothing-is-here', as: 'guest', status: 404 },
]

/** Opens a sample of a page type; gives the answer, or none when there is no sample to open. */
export async function open(page, { path, from, link }) {
  if (path) return page.goto(path)
  await page.goto(from)
  const links = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  const sample = links.find((href) => link.test(href))
  return sample ? page.goto(sample) : null
}
