// What a browser fetches for a page, and what Lighthouse says of it: `node peer.mjs MODULES ADDRESS` tells it
// as JSON; `cargo xtask bench-peer` asks.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Browser } from './harness.mjs'
import { QUIET } from './lib/browser.mjs'

const [modules, address] = process.argv.slice(2)
const module = (name, file) => import(pathToFileURL(join(modules, name, file)))
const { default: lighthouse } = await module('lighthouse', 'core/index.js')
const { launch } = await module('chrome-launcher', 'dist/index.js')

/** So many tries, as a machine that does something else too makes a page look slow. */
const TRIES = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

console.log(JSON.stringify({ ...(await weight()), ...(await judged()) }))

/** All that comes over the wire for somebody's first visit, with heads, until nothing moves any more. */
async function weight() {
  const browser = await Browser.open()
  try {
    const page = await browser.page({ url: new URL(address).origin })
    const wire = await page.context().newCDPSession(page)
    const kinds = new Map()
    const bytes = {}
    let requests = 0
    wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      // What stands in the page itself (data:) was not fetched.
      if (!encodedDataLength) return
      requests += 1
      const kind = kinds.get(requestId) ?? 'Other'
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
    })
    await wire.send('Network.enable')
    await page.goto(address, { waitUntil: 'networkidle' })
    return { requests, bytes, posts: await page.locator('article, .post').count() }
  } finally {
    await browser.close()
  }
}

/** The best of some tries, by its performance. */
async function judged() {
  const chromePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', ...QUIET] })
  const found = []
  try {
    for (let n = 0; n < TRIES; n += 1) found.push(await once(chrome.port))
  } finally {
    await chrome.kill()
  }
  return found.sort((a, b) => b.scores[0] - a.scores[0])[0]
}

async function once(port) {
  const { lhr } = await lighthouse(address, { port, logLevel: 'silent', output: 'json' })
  const seconds = (audit) => lhr.audits[audit].numericValue / 1000
  return {
    scores: CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100)),
    largest: seconds('largest-contentful-paint'),
    blocked: seconds('total-blocking-time'),
    lighthouse: lhr.lighthouseVersion,
  }
}
