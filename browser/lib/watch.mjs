// What no page may do, collected while somebody uses it.

/** A list that fills: errors, what the policy blocks, foreign hosts, answers of 500 and above. */
export function watch(page, home) {
  const faults = []
  const here = new URL(home).origin
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // A page that says 404 or 422 is an answer; Chromium calls it an error all the same.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== here) faults.push(`foreign host: ${url.origin}`)
  })
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`)
    else if (response.status() >= 400 && !isPage) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}
