// The routes of the app, as its router tells them: a new page is found without anybody's doing.

/** @typedef {{ name: string, path: string, access: string }} Route */

/**
 * @param {import('playwright-core').Page} page where the app runs
 * @param {Record<string, string>} params what stands for the parameters of routes; one that is missing is an error
 * @returns {Promise<Route[]>}
 */
export function routesOf(page, params) {
  return page.evaluate((params) => {
    const root = /** @type {any} */ (document.querySelector('#app'))
    const router = root.__vue_app__.config.globalProperties.$router
    return router
      .getRoutes()
      .filter((/** @type {any} */ { name, redirect }) => name && !redirect)
      .map((/** @type {any} */ { name }) => {
        const own = Object.entries(params)
          .filter(([key]) => key.startsWith(`${name}.`))
          .map(([key, value]) => [key.slice(name.length + 1), value])
        const found = router.resolve({ name, params: { ...params, ...Object.fromEntries(own) } })
        // What a layout says holds for the pages in it.
        return { name, path: found.fullPath, access: found.meta.access ?? 'chat' }
      })
  }, params)
}

/** What keeps an account from chatting, by the name that a route's access has. @type {Record<string, object>} */
const OBSTACLES = {
  pending: { role: 'pending' },
  unverified: { email_verified: false },
  enrolment: { email_verified: true, totp_enabled: false },
}

/**
 * Goes to another page of the app without loading it anew.
 * @param {import('playwright-core').Page} page @param {string} path
 */
export async function goTo(page, path) {
  await page.evaluate(async (path) => {
    const root = /** @type {any} */ (document.querySelector('#app'))
    await root.__vue_app__.config.globalProperties.$router.push(path)
  }, path)
}

/**
 * Lets the app believe that something keeps this account from chatting, from its next start on.
 * @param {import('playwright-core').Page} page @param {string} access
 * @returns {Promise<boolean>} whether there is such a thing
 */
export async function putInTheWay(page, access) {
  const obstacle = OBSTACLES[access]
  if (!obstacle) return false
  await page.route('**/api/v1/auth/me', async (route) => {
    const response = await route.fetch()
    const user = await response.json()
    await route.fulfill({
      response,
      json: { ...user, permissions: ['self', 'account'], ...obstacle },
    })
  })
  return true
}
