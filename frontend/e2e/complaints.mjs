// What a page says when something is wrong, and what it does behind its reader's back.

/** The browser reports every refused request as an error of the page; what the page makes of it is its own business. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/

/**
 * Errors of scripts and of the console, violations of the Content-Security-Policy, answers of 5xx, and requests to
 * anybody but the product.
 * @param {import('playwright-core').BrowserContext} context @param {(complaint: string) => void} tell
 */
export async function collectComplaints(context, tell) {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} refuses ${event.blockedURI}`)
    })
  })
  context.on('weberror', (error) => tell(`page error: ${error.error().stack ?? error.error()}`))
  context.on('console', (message) => {
    const text = message.text()
    const { url } = message.location()
    const warning = /\[Vue warn\]|\[intlify\]|Content.Security/i.test(text)
    if (message.type() !== 'error' && !warning) return
    if (REFUSED.test(text) && new URL(url).pathname.startsWith('/api/')) return
    tell(`console: ${text} (${url})`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    // The page's own origin: a story may stand behind a wire with another port.
    const own = /^https?:$/.test(protocol) ? new URL(request.frame().page().url()).origin : origin
    if (own !== 'null' && origin !== own) tell(`request to another origin: ${request.url()}`)
  })
}
