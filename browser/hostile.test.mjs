// What is written to do harm, in a real browser under the real content policy: nothing runs, nothing is fetched from
// elsewhere, and the policy has nothing to report.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { Browser, none, Platform, submit, test } from './harness.mjs'

const POSTS = 4
const PIECES = 150

const PIECES_TO_MIX = [
  '<script>window.hurt = 1</script>', '<img src=x onerror="window.hurt = 2">', '<svg onload="window.hurt = 3">', '<a href="javascript:window.hurt=4">x</a>',
  '[x](javascript:window.hurt=5)', '[x](&#106;avascript:window.hurt=6)', '![x](https://example.org/spy.png)', '![x](/files/1"onerror="window.hurt=7)',
  '[x]: data:text/html,<script>parent.hurt=8</script>\n\n[x]', '<style>@import url(https://example.org/x.css)</style>', '<iframe srcdoc="<script>parent.hurt=9</script>">',
  '<base href="https://example.org/">', '<form action="https://example.org"><button>', '<meta http-equiv=refresh content="0;url=https://example.org">', '<math><mtext><style><img src=x onerror=window.hurt=10>',
  '<noscript><p title="</noscript><img src=x onerror=window.hurt=11>">', '<!--><img src=x onerror=window.hurt=12>-->', '<details open ontoggle="window.hurt=13">', '<input autofocus onfocus="window.hurt=14">',
  '```\n', '`', '|a|b|\n|-|-|\n|', '> ', '* ', '\n\n', '\n', '\\', '**', '~~', '[^1]', '[^1]: ', '<https://x"onmouseover="window.hurt=15>', '</div></main>', '<turbo-stream action="replace" target="main"><template>', '&lt;', ']]>', '<![CDATA[', '\u202e',
]

let town, browser

before(async () => {
  [town, browser] = await Promise.all([Platform.demo(), Browser.open()])
})

after(async () => {
  await browser?.close()
  await town?.stop()
})

/** Numbers that look like chance, the same on each run (a linear congruence modulo 2^32, Knuth's constants). */
function chance(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mixed(seed) {
  const next = chance(seed)
  const cut = (piece) => (next(4) === 0 ? piece.slice(0, next(piece.length) + 1) : piece)
  return Array.from({ length: PIECES }, () => cut(PIECES_TO_MIX[next(PIECES_TO_MIX.length)])).join(next(2) ? ' ' : '')
}

for (const javaScript of [true, false]) {
  test(`nothing hostile runs or is fetched ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await browser.as('representative', town, { javaScript })
    await page.goto('/threads')
    const path = (await page.locator('main article h3 a').first().getAttribute('href')).split('?')[0]
    for (let post = 0; post < POSTS; post += 1) {
      await page.goto(path)
      await page.locator('#body').fill(mixed(post * 2 + Number(javaScript)))
      await submit(page, 'main form[action$="/posts#reply"]')
      const sure = page.locator('main form button[name="sure"]')
      if (await sure.count()) await sure.click()
    }
    await page.goto(path)
    const shown = await page.locator('main .post').count()
    assert.ok(shown > POSTS, `${shown} posts`)
    if (javaScript) assert.equal(await page.evaluate(() => window.hurt), undefined)
    assert.equal(await page.locator('main .post :is(script, style, iframe, svg:not(.icon), form[action^="http"], base, [onerror], [onload])').count(), 0)
    none(page.faults)
  })
}
