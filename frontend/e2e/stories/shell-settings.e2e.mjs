// The settings: appearance, language, security, keys, usage, data.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'

stories('settings', () => {
  story('keep the theme that was chosen, from the first paint on', async (house) => {
    const page = await house.open(await house.person(), { path: '/settings/appearance' })
    await page.getByRole('radio', { name: 'Dark' }).check()
    await isAccessible(page)
    await page.reload()
    // Set by the script that the page waits for, before the app is there.
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
    await page.getByRole('radio', { name: 'Dark', checked: true }).waitFor()
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).colorScheme), 'dark')
    await page.goto('/')
    await page.getByRole('button', { name: /^Account menu/ }).click()
    await page.getByRole('menuitemradio', { name: 'Light' }).click()
    await page.locator('html[data-theme=light]').waitFor()
  })

  story('have the account remember the language', async (house) => {
    const ada = await house.person()
    const page = await house.open(ada, { path: '/settings/appearance' })
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.getByRole('radio', { name: '简体中文' }).check()
    assert.equal((await saved).status(), 200)
    await page.getByRole('heading', { name: '设置' }).waitFor()
    assert.equal((await ada.api('GET', '/auth/me')).language, 'zh-CN')
    assert.match(await page.title(), /外观与语言/)
  })

  story('can be read and used by everybody, page by page', async (house) => {
    const ada = await house.person({ name: 'Ada' })
    await ada.ask('What is a lease?')
    const page = await house.open(ada, { path: '/account' })
    await page.waitForURL('**/settings/profile')
    for (const [name, heading] of [
      ['Profile', 'Profile'],
      ['Appearance', 'Appearance'],
      ['Security', 'Second factor'],
      ['API keys', 'API keys'],
      ['Usage', 'Your usage'],
      ['Your data', 'Delete account'],
    ]) {
      await page.getByRole('navigation', { name: 'Settings' }).getByText(name).click()
      await page.getByRole('heading', { name: heading, level: 2 }).waitFor()
      await page.getByRole('status', { name: 'Loading…' }).waitFor({ state: 'detached' })
      await isAccessible(page)
    }
    await page.goto('/settings/usage')
    await page.getByText('There is no limit for you.').waitFor()
    await page.getByText('Day by day').click()
    await page.getByRole('cell', { name: '1', exact: true }).first().waitFor()
  })

  story('tell what is left of a budget', async (house) => {
    const ada = await house.person({ name: 'Ada' })
    const administrator = await house.administrator()
    const budget = await administrator.api('POST', '/admin/budgets', {
      name: 'Questions of the day',
      measure: 'turns',
      amount: '4',
      period: 'day',
      user_id: ada.user.id,
    })
    try {
      await ada.ask('What is a lease?')
      const page = await house.open(ada, { path: '/settings/usage' })
      await page.getByText('3 questions of 4 questions left').waitFor()
      await page.getByRole('meter', { name: 'Questions of the day' }).waitFor()
      await isAccessible(page)
    } finally {
      await administrator.api('DELETE', `/admin/budgets/${budget.id}`)
    }
  })
})
