// Groups: who is in them, what they give, and what goes with them.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'

const unique = () => Date.now().toString(36)

stories('groups', () => {
  story('give an app to their members, and tell what is lost with them', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const member = await house.person({ name: `Mia ${unique()}` })
    const other = await house.person({ name: 'Otto' })
    const name = `Legal ${unique()}`
    const page = await house.open(admin, { path: '/admin/groups' })
    await page.getByRole('button', { name: 'Add group' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    const sheet = page.getByRole('dialog', { name })
    await sheet.getByText('Nobody is in this group yet.').waitFor()

    await sheet.getByRole('combobox', { name: 'Add members' }).fill(member.email)
    await page.getByRole('option', { name: member.email }).click()
    await sheet.getByRole('button', { name: 'Add 1 person' }).click()
    await sheet.getByRole('button', { name: `Remove ${member.email}` }).waitFor()
    await isAccessible(page)

    const { data } = await admin.api('GET', '/admin/apps')
    const app = data.find((/** @type {{ slug: string }} */ one) => one.slug === 'demo-completion')
    const group = /** @type {string} */ (/groups\/([^?]+)/.exec(page.url())?.[1])
    const appNames = async (/** @type {typeof member} */ who) =>
      (await who.api('GET', '/apps')).data.map((/** @type {{ name: string }} */ one) => one.name)
    try {
      await admin.api('PATCH', `/admin/apps/${app.id}`, {
        visible_to: 'groups',
        group_ids: [group],
      })
      assert.ok((await appNames(member)).includes(app.name))
      assert.ok(!(await appNames(other)).includes(app.name))

      await page.reload()
      await sheet.getByRole('link', { name: app.name }).waitFor()
      await sheet.getByRole('button', { name: 'Delete group' }).click()
      const dialog = page.getByRole('dialog', { name: `Delete the group ${name}?` })
      await dialog.getByText('nobody will see them any more').waitFor()
      await isAccessible(page)
      await dialog.getByLabel('to confirm').fill(name)
      await dialog.getByRole('button', { name: 'Delete group' }).click()
      const told = page.getByRole('status').filter({ hasText: 'has been deleted' })
      await told.getByRole('link', { name: app.name }).waitFor()
      await isAccessible(page)
    } finally {
      await admin.api('PATCH', `/admin/apps/${app.id}`, { visible_to: 'all' })
    }
  })
})
