// What administrators set for everybody: the banner, budgets; and the pages about the house on a phone.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'

stories('the house', () => {
  story('tells its people something, and its administrator sees it at once', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const ada = await house.person()
    await house.withSettings({ banner: null }, async () => {
      const page = await house.open(grace, { path: '/admin/settings' })
      const banner = page.locator('#banner')
      await banner.getByLabel('Text').fill('Tonight we move.')
      await banner.getByLabel('How urgent').selectOption('warning')
      await isAccessible(page)
      await banner.getByRole('button', { name: /^Save/ }).click()
      await banner.getByText('Saved').waitFor()
      await page.locator('main > [role=note]').getByText('Tonight we move.').waitFor()

      await house.settled()
      const theirs = await house.open(ada, { phone: true })
      await theirs.getByRole('note').getByText('Tonight we move.').waitFor()
      await isAccessible(theirs)
    })
  })

  story('gets a budget by a sentence with blanks', async (house) => {
    const administrator = await house.administrator()
    const ada = await house.person({ name: `Blank ${Date.now().toString(36)}` })
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const page = await house.open(grace, { path: '/admin/budgets/new', phone: true })
    const name = `Two a day ${ada.user.id.slice(-6)}`
    await page.getByLabel('Whom it binds').selectOption('person')
    await page.getByPlaceholder('Search by name or e-mail').fill(ada.email)
    await page.getByRole('option', { name: ada.email }).click()
    await page.getByLabel('Amount', { exact: true }).fill('2')
    await page.getByLabel('What is counted').selectOption('turns')
    await page.getByLabel('Period').selectOption('day')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await isAccessible(page)
    await page.getByRole('button', { name: 'Add budget' }).click()
    await page.waitForURL(/\/admin\/budgets$/)
    await page.getByRole('link', { name }).waitFor()
    const { data } = await administrator.api('GET', '/admin/budgets')
    const made = data.find((/** @type {{ name: string }} */ budget) => budget.name === name)
    assert.equal(made.measure, 'turns')
    assert.equal(made.period, 'day')
    await administrator.api('DELETE', `/admin/budgets/${made.id}`)
  })

  story('folds its filters on a phone, and says how many are in force', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const page = await house.open(grace, { path: '/admin/users?role=admin', phone: true })
    const fold = page.getByRole('button', { name: /^Filters/ })
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor()
    assert.equal(await page.getByLabel('Role').isVisible(), false)
    await fold.click()
    await page.getByRole('combobox', { name: 'State' }).selectOption('true')
    await page.getByRole('button', { name: 'Filters (2)' }).waitFor()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('button', { name: 'Filters', exact: true }).waitFor()
  })

  story('tells how its tasks fare, on a phone', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const page = await house.open(grace, { path: '/admin/maintenance', phone: true })
    await page.getByRole('heading', { name: 'Maintenance', level: 1 }).waitFor()
    await page.getByText('Seal what is new in the audit log').waitFor()
    await page
      .getByText(/^Nothing waits|wait, \d+ of them/)
      .first()
      .waitFor()
    await isAccessible(page)
    const tab = page.getByRole('link', { name: 'Maintenance' })
    assert.equal(await tab.getAttribute('aria-current'), 'page')
  })

  story('begins below the overview', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const page = await house.open(grace, { path: '/admin/welcome' })
    await page.locator('a[aria-current=page]').getByText('Overview').waitFor()
  })
})
