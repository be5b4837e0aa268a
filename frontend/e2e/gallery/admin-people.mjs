/** @typedef {import('../gallery.mjs').Stage} Stage */

/** @param {Stage} stage */
const table = ({ page }) => page.getByRole('row').nth(1).waitFor({ state: 'attached' })
/** @param {Stage} stage */
const sheet = ({ page }) => page.getByRole('dialog').getByRole('heading').nth(1).waitFor()

const TABLE = `email,display_name,role
new.person@example.org,新人,user
not an address,Nobody,user
ada@example.org,Ada Lovelace,chancellor
`

/** @type {import('../gallery.mjs').Scene[]} */
export default [
  { name: 'admin-users', who: 'administrator', path: '/admin/users', ready: table },
  {
    name: 'admin-users-filtered',
    who: 'administrator',
    path: '/admin/users?role=user&active=true',
    async ready(stage) {
      await table(stage)
      if (stage.phone) await stage.page.getByRole('button', { name: /^(Filters|筛选)/ }).click()
    },
  },
  {
    name: 'admin-user',
    who: 'administrator',
    path: ({ ada }) => `/admin/users/${ada.user.id}`,
    ready: sheet,
  },
  {
    name: 'admin-users-import',
    who: 'administrator',
    path: '/admin/users/import',
    async ready(stage) {
      await stage.page.locator('input[type=file]').setInputFiles({
        name: 'people.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(TABLE),
      })
      await table(stage)
    },
  },
  {
    name: 'admin-groups',
    who: 'administrator',
    path: '/admin/groups',
    ready: ({ page }) => page.getByText('Legal').first().waitFor(),
  },
  {
    name: 'admin-group',
    who: 'administrator',
    path: ({ groups }) => `/admin/groups/${groups.law}`,
    ready: sheet,
  },
  { name: 'admin-feedback', who: 'administrator', path: '/admin/feedback', ready: table },
  {
    name: 'admin-feedback-item',
    who: 'administrator',
    path: '/admin/feedback?with_reason=true',
    async ready(stage) {
      await stage.page.getByRole('row').nth(1).getByRole('link').first().click()
      await sheet(stage)
    },
  },
  { name: 'admin-audit', who: 'administrator', path: '/admin/audit', ready: table },
  {
    name: 'admin-audit-event',
    who: 'administrator',
    path: '/admin/audit',
    async ready({ page }) {
      await page.getByRole('row').nth(1).getByRole('button').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'admin-audit-verification',
    who: 'administrator',
    path: '/admin/audit/verification',
    ready: ({ page }) => page.getByRole('dialog').getByRole('button').nth(1).waitFor(),
  },
]
