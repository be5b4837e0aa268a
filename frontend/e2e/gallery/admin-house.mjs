/** @typedef {import('../gallery.mjs').Stage} Stage */

/** @param {import('playwright-core').Page} page @param {RegExp | string} name */
const button = (page, name) => page.getByRole('button', { name })
/** @param {Stage} stage */
const heading = ({ page }) => page.getByRole('heading', { level: 1 }).first().waitFor()
/** @param {Stage} stage */
const table = ({ page }) => page.getByRole('row').nth(1).waitFor({ state: 'attached' })

/** Fills in where Dify is and tests it. @param {Stage} stage @param {string} url @param {string} key */
async function test({ page, say }, url, key) {
  await page.getByLabel(say('Address of the Service API', '服务 API 地址')).last().fill(url)
  await page.locator('input[type=password]').first().fill(key)
  await button(page, say('Test the connection', '测试连接')).click()
  await page.locator('[role=status] ol').waitFor()
}

/** @type {import('../gallery.mjs').Scene[]} */
const dashboard = [
  {
    name: 'admin-dashboard',
    who: 'administrator',
    path: '/admin',
    ready: ({ page }) => page.locator('canvas').first().waitFor(),
  },
  {
    name: 'admin-dashboard-empty',
    who: 'administrator',
    path: '/admin?from=2020-01-01&to=2020-01-31',
    ready: ({ page }) => page.getByRole('heading', { level: 2 }).last().waitFor(),
  },
  { name: 'admin-turns', who: 'administrator', path: '/admin/usage/turns', ready: table },
]

/** @type {import('../gallery.mjs').Scene[]} */
const apps = [
  {
    name: 'admin-apps',
    who: 'administrator',
    path: '/admin/apps',
    ready: ({ page }) => page.getByText('Chatflow').first().waitFor(),
  },
  {
    name: 'admin-app',
    who: 'administrator',
    path: '/admin/apps',
    async ready({ page, say }) {
      await page.getByRole('link', { name: 'Chat', exact: true }).click()
      await button(page, say('Test the stored connection', '测试已保存的连接')).first().click()
      await page.locator('[role=status] ol').waitFor()
    },
  },
  {
    name: 'admin-app-new-failing',
    who: 'administrator',
    path: '/admin/apps/new',
    ready: (stage) => test(stage, 'https://dify.nowhere.invalid/v1', 'app-something'),
  },
]

/** @type {import('../gallery.mjs').Scene[]} */
const budgets = [
  {
    name: 'admin-budgets',
    who: 'administrator',
    path: '/admin/budgets',
    ready: ({ page }) => page.locator('main li').first().waitFor(),
  },
  {
    name: 'admin-budget-new',
    who: 'administrator',
    path: '/admin/budgets/new',
    ready: ({ page, say }) => page.getByLabel(say('Amount', '数量'), { exact: true }).fill('100'),
  },
  {
    name: 'admin-budget',
    who: 'administrator',
    path: '/admin/budgets',
    async ready(stage) {
      await stage.page.locator('main li a').first().click()
      await stage.page.getByRole('heading', { level: 2 }).first().waitFor()
      await stage.page.waitForLoadState('networkidle')
    },
  },
]

/** @type {import('../gallery.mjs').Scene[]} */
const runs = [
  { name: 'admin-runs', who: 'administrator', path: '/admin/runs', ready: table },
  {
    name: 'admin-run',
    who: 'administrator',
    path: '/admin/runs',
    async ready(stage) {
      await table(stage)
      await stage.page.getByRole('row').nth(1).getByRole('link').first().click()
      await stage.page.locator('main ol a').first().waitFor()
    },
  },
  {
    name: 'admin-run-figures',
    who: 'administrator',
    path: '/admin/runs/figures',
    ready: ({ page }) => page.locator('canvas').first().waitFor(),
  },
]

/** @type {import('../gallery.mjs').Scene[]} */
export default [
  ...dashboard,
  ...runs,
  ...apps,
  ...budgets,
  {
    name: 'admin-settings',
    who: 'administrator',
    path: '/admin/settings',
    async ready({ page, say }) {
      await page
        .locator('#banner textarea')
        .fill(say('Tonight from ten to eleven we move.', '今晚十点到十一点系统维护。'))
    },
  },
  {
    name: 'admin-maintenance',
    who: 'administrator',
    path: '/admin/maintenance',
    ready: ({ page }) => page.locator('main li').first().waitFor(),
  },
  { name: 'admin-welcome', who: 'administrator', path: '/admin/welcome', ready: heading },
  {
    name: 'admin-welcome-connect',
    who: 'administrator',
    path: '/admin/welcome?step=connect',
    ready: heading,
  },
  {
    name: 'admin-welcome-next',
    who: 'administrator',
    path: '/admin/welcome?step=next',
    ready: ({ page }) => page.locator('main li').first().waitFor(),
  },
]
