/** @typedef {import('../gallery.mjs').Scene} Scene */

/** @param {{ page: import('playwright-core').Page }} stage */
async function loaded({ page }) {
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await page.locator('main [role=status]').first().waitFor({ state: 'detached' })
}

/** @type {Scene[]} */
const pages = ['profile', 'appearance', 'security', 'keys', 'usage', 'data'].map((name) => ({
  name: `settings-${name}`,
  who: 'person',
  path: `/settings/${name}`,
  ready: loaded,
}))

/** @type {Scene[]} */
export default [
  ...pages,
  {
    name: 'settings-make-key',
    who: 'person',
    path: '/settings/keys',
    async ready({ page, say }) {
      await page.getByRole('button', { name: say('Make key', '创建密钥') }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
