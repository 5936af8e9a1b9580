// Debian's Chromium, and the people who sit before it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { watch } from './watch.mjs'

export const QUIET = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** One Chromium for a file of tests; each person gets a context with cookies of their own. */
export class Browser {
  #sessions = new Map()

  static async open() {
    // What Chromium writes outside its profile goes here too, and away with it.
    const home = await mkdtemp(join(tmpdir(), 'kalaka-chromium-'))
    const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home }
    const program = process.env.CHROMIUM ?? '/usr/bin/chromium'
    const chrome = await chromium.launch({ executablePath: program, args: QUIET, env: environment })
    return Object.assign(new Browser(), { home, chrome })
  }

  async close() {
    await this.chrome.close()
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 })
  }

  /**
   * A page of somebody's own. `page.faults` fills with what no page may do: errors, what the content
   * security policy blocks, requests to foreign hosts.
   */
  async page(platform, { language = 'en', javaScript = true, width = 1280, height = 900, dark = false, session } = {}) {
    const context = await this.chrome.newContext({
      baseURL: platform.url,
      locale: language,
      javaScriptEnabled: javaScript,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      storageState: session,
    })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    page.faults = watch(page, platform.url)
    return page
  }

  /** A page of a guide, a representative, a citizen of the demo town, or of a guest. */
  async as(role, platform, options = {}) {
    return this.page(platform, { ...options, session: await this.session(role, platform) })
  }

  /** The cookies of one who is signed in. A link of the demo works once, so they are kept. */
  async session(role, platform) {
    if (role === 'guest') return undefined
    const known = `${platform.url} ${role}`
    if (!this.#sessions.has(known)) this.#sessions.set(known, this.#signIn(role, platform))
    return this.#sessions.get(known)
  }

  /** Keeps the cookies of one who came in otherwise. */
  keep(role, platform, state) {
    this.#sessions.set(`${platform.url} ${role}`, state)
  }

  async #signIn(role, platform) {
    const page = await this.page(platform)
    await openSignInLink(page, platform.links[role])
    const state = await page.context().storageState()
    await page.context().close()
    return state
  }
}

/** Asks for a link by e-mail, finds it in the mail folder, and goes in. */
export async function signIn(page, platform, address) {
  await page.goto('/sign-in')
  await page.locator('main input[type=email]').fill(address)
  await submit(page, 'main form:has(input[type=email])')
  // A letter about the sign-in before, with a new browser, may have come first.
  let letter
  do letter = await platform.mail.next(address)
  while (!letter.links[0]?.includes('/sign-in/'))
  await openSignInLink(page, letter.links[0])
}

/** The link alone does nothing; the button on its page signs one in. */
export async function openSignInLink(page, link) {
  await page.goto(link)
  await submit(page, 'main form')
}

/** Presses a form's button and waits for the page that answers. */
export async function submit(page, form) {
  const answer = page.waitForEvent('framenavigated')
  await page.locator(form).first().locator('button:not([type=button])').first().click()
  await answer
  await page.waitForLoadState()
}
