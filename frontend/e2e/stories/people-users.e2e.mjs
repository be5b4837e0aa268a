// Accounts as an administrator handles them: letting in, making, importing, closing, deleting.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { atChat } from '../chat.mjs'
import { stories, story } from '../house.mjs'

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
/** @param {import('playwright-core').Page} page @param {string} email */
const rowOf = (page, email) => page.getByRole('row').filter({ hasText: email })
/** @param {import('playwright-core').Page} page @param {string} words */
const search = (page, words) => page.getByRole('searchbox', { name: 'Search by name' }).fill(words)

stories('people', () => {
  story('who waits is let in at one click', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    await house.withSettings({ registration: 'approval' }, async () => {
      const email = `waits-${unique()}@example.com`
      const page = await house.open(null, { path: '/register' })
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('three hats on one head')
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor()

      const desk = await house.open(admin, { path: '/admin/users?role=pending' })
      await desk.getByRole('button', { name: `Approve ${email}` }).click()
      await desk.getByText(`${email} can chat now.`).waitFor()

      await page.getByRole('button', { name: 'Check again' }).click()
      await atChat(page)
    })
  })

  story('are made with a link with which they choose their password', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const email = `made-${unique()}@example.com`
    const page = await house.open(admin, { path: '/admin/users' })
    await page.getByRole('button', { name: 'Add person' }).click()
    const dialog = page.getByRole('dialog')
    await isAccessible(page)
    await dialog.getByLabel('E-mail').fill(email)
    await dialog.getByLabel('Name (optional)').fill('Made Up')
    await dialog.getByRole('button', { name: 'Create account' }).click()
    const link = (await dialog.locator('pre').innerText()).trim()
    assert.match(link, /^http.*\/reset#token=/)
    await dialog.getByRole('button', { name: 'I have the link' }).click()
    await page.getByRole('dialog', { name: 'Made Up' }).waitFor()
    assert.match(page.url(), /\/admin\/users\/[0-9a-f-]+/)
    await isAccessible(page)

    const theirs = await house.open(null, { path: link })
    await theirs.getByLabel('New password').fill('a lamp, a boat, a loaf')
    await theirs.getByRole('button', { name: 'Set password' }).click()
    await theirs.getByText('Your password has been changed').waitFor()
  })

  story('come from a table, after it was told what it would do', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const known = await house.person({ name: 'Old Name' })
    const fresh = `table-${unique()}@example.com`
    /** @param {string} role */
    const table = (role) => ({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `email,display_name,role\n${fresh},新人,${role}\n${known.email},New Name,\n`,
      ),
    })
    const page = await house.open(admin, { path: '/admin/users' })
    await page.getByRole('button', { name: 'Import' }).click()
    const file = page.locator('input[type=file]')

    await file.setInputFiles(table('boss'))
    await page.getByText('One line cannot be done').waitFor()
    await rowOf(page, fresh).getByText('Role cannot be read.').waitFor()
    assert.ok(await page.getByRole('button', { name: 'Apply' }).isDisabled())

    await file.setInputFiles(table('user'))
    await page.getByText('1 will be created and 1 changed').waitFor()
    await rowOf(page, known.email).getByText('New Name').waitFor()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Done. Everything is as the table says.').waitFor()

    await page.getByRole('link', { name: 'All people' }).click()
    await search(page, fresh)
    await rowOf(page, fresh).getByText('新人').waitFor()
  })

  story('are found, kept in the address, closed and deleted', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const bob = await house.person({ name: 'Bob Byte' })
    const page = await house.open(admin, { path: '/admin/users' })
    await search(page, bob.email)
    await page.waitForURL(/query=/)
    await rowOf(page, bob.email).getByRole('link', { name: 'Bob Byte' }).click()
    const sheet = page.getByRole('dialog', { name: 'Bob Byte' })

    await sheet.getByLabel('Active').uncheck()
    await sheet.getByText('Saving signs the person out').waitFor()
    await sheet.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()

    await sheet.getByRole('button', { name: 'Delete with all data' }).click()
    const dialog = page.getByRole('dialog', { name: `Delete ${bob.email}?` })
    assert.ok(await dialog.getByRole('button', { name: 'Delete for good' }).isDisabled())
    await dialog.getByLabel('to confirm').fill(bob.email)
    await dialog.getByRole('button', { name: 'Delete for good' }).click()
    await page.getByText('Nobody is found.').waitFor()
    assert.match(page.url(), /\/admin\/users\?query=/)
  })

  story('a page of people can be walked away from and come back to', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const page = await house.open(admin, { path: '/admin/users?role=admin&sort=email' })
    const role = page.getByRole('combobox', { name: 'Role' })
    assert.equal(await role.inputValue(), 'admin')
    await role.selectOption('user')
    await page.waitForURL(/role=user/)
    await page.goBack()
    await page.waitForURL(/role=admin/)
    assert.equal(await role.inputValue(), 'admin')
    await search(page, admin.email)
    await rowOf(page, admin.email).getByRole('link').first().click()
    await page.getByText('This is you.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Delete with all data' }).count(), 0)
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/admin\/users\?/)
    assert.match(page.url(), /role=admin/)
  })

  story('are cards on a phone, in Chinese', async (house) => {
    const admin = await house.person({ role: 'admin', name: '艾丽丝', language: 'zh-CN' })
    const page = await house.open(admin, {
      path: '/admin/users',
      phone: true,
      dark: true,
      locale: 'zh-CN',
    })
    await page.getByRole('heading', { name: '用户', exact: true }).waitFor()
    await rowOf(page, admin.email).waitFor()
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    assert.equal(wider, false)
    await isAccessible(page)
    await rowOf(page, admin.email).getByRole('link').first().click()
    await page.getByText('这是您自己的账号。').waitFor()
    await isAccessible(page)
  })
})
