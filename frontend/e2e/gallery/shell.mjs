import { putInTheWay } from '../routes.mjs'

/** @typedef {import('../gallery.mjs').Scene} Scene */
/** @typedef {import('../gallery.mjs').Stage} Stage */

/** @param {Stage} stage */
const heading = ({ page }) => page.getByRole('heading', { level: 1 }).first().waitFor()

/** What keeps an account from chatting, each with its page. @type {Scene[]} */
const obstacles = ['pending', 'unverified', 'enrolment'].map((access) => ({
  name: `shell-${access}`,
  who: 'person',
  path: '/',
  async ready(stage) {
    await putInTheWay(stage.page, access)
    await stage.page.reload()
    await stage.page.waitForURL(/\/(pending|unverified|second-factor)$/)
    await heading(stage)
  },
}))

/** @param {Stage} stage */
async function openSidebar({ page, phone, say }) {
  if (phone) await page.getByRole('button', { name: say('Open sidebar', '打开侧边栏') }).click()
  await page.getByRole('link', { name: /Recipes for two/ }).waitFor()
}

/** @type {Scene[]} */
export default [
  ...obstacles,
  { name: 'shell-not-found', who: 'person', path: '/no/such/page', ready: heading },
  { name: 'shell-sidebar', who: 'person', path: '/', ready: openSidebar },
  {
    name: 'shell-account-menu',
    who: 'administrator',
    path: '/',
    async ready({ page, phone, say }) {
      if (phone) await page.getByRole('button', { name: say('Open sidebar', '打开侧边栏') }).click()
      await page.getByRole('button', { name: say('Account menu', '账号菜单') }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'shell-share',
    who: 'person',
    path: '/',
    async ready(stage) {
      const { page, say } = stage
      await openSidebar(stage)
      await page.getByRole('link', { name: /Moving in winter/ }).hover()
      await page.getByRole('button', { name: /Moving in winter/ }).click()
      await page.getByRole('menuitem', { name: say('Share', '分享') }).click()
      await page.getByRole('dialog').last().getByRole('button').first().waitFor()
    },
  },
]
