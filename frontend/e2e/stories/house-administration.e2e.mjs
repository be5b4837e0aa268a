import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'

/** @param {import('playwright-core').Page} page @param {string} name */
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()

stories('the administration of the house', () => {
  story('leads from a house without apps to a first answer', async (house) => {
    const administrator = await house.administrator()
    const { data } = await administrator.api('GET', '/admin/apps')
    const enabled = data.filter((/** @type {{ enabled: boolean }} */ app) => app.enabled)
    const ids = new Set(data.map((/** @type {{ id: string }} */ app) => app.id))
    /** @param {boolean} value */
    const set = async (value) => {
      for (const app of enabled)
        await administrator.api('PATCH', `/admin/apps/${app.id}`, { enabled: value })
    }
    let added
    try {
      await set(false)
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace)
      await heading(page, 'Welcome to your house')
      await isAccessible(page)
      await page.getByRole('button', { name: 'Begin' }).click()
      await page.getByLabel('Address of the Service API').last().fill(data[0].base_url)
      await page.getByLabel('API key', { exact: true }).fill('app-nobody')
      await page.getByRole('button', { name: 'Test and add' }).click()
      await page.getByText('Dify does not accept this key.').waitFor()
      await isAccessible(page)
      await page.getByLabel('API key', { exact: true }).fill('app-demo-chat')
      await page.getByRole('button', { name: 'Test and add' }).click()
      await heading(page, 'Ask the first question')
      added = (await administrator.api('GET', '/admin/apps')).data.find(
        (/** @type {{ id: string }} */ app) => !ids.has(app.id),
      )
      await page.getByRole('button', { name: 'Ask', exact: true }).click()
      await page.waitForURL(/\/c\//)
      await page.getByRole('button', { name: 'What is next?' }).click()
      await heading(page, 'What is next?')
    } finally {
      if (added) await administrator.api('DELETE', `/admin/apps/${added.id}`)
      await set(true)
    }
  })

  story('changes a setting, shows its history and puts it back', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    await house.withSettings({ time_zone: 'UTC' }, async () => {
      const page = await house.open(grace, { path: '/admin/settings' })
      const zone = page.locator('#time_zone')
      await zone.getByRole('combobox').fill('shanghai')
      await page.getByRole('option', { name: /Shanghai/ }).click()
      await zone.getByRole('button', { name: 'Save: Time zone of the house' }).click()
      await zone.getByText('Saved').waitFor()
      await isAccessible(page)
      await zone.getByRole('button', { name: /^History/ }).click()
      await page.getByRole('button', { name: 'Put back: UTC' }).first().click()
      await zone.getByText('This is the default.').waitFor()
    })
  })

  story('makes a budget that stops a chat and says until when', async (house) => {
    const administrator = await house.administrator()
    const ada = await house.person({ name: 'Budgeted' })
    const budget = await administrator.api('POST', '/admin/budgets', {
      name: 'One question',
      measure: 'turns',
      amount: '1',
      period: 'day',
      user_id: ada.user.id,
    })
    try {
      await ada.ask('The only one')
      house.allow(/429/)
      const chat = await house.open(ada)
      await chat.getByRole('textbox', { name: 'Message' }).fill('One too many')
      await chat.keyboard.press('Enter')
      await chat.getByText(/What you may spend here is used up/).waitFor()
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace, { path: `/admin/budgets/${budget.id}` })
      await page.getByText('Used up').waitFor()
      await isAccessible(page)
    } finally {
      await administrator.api('DELETE', `/admin/budgets/${budget.id}`)
    }
  })

  story(
    'goes from a figure to the questions behind it, on a phone and in Chinese',
    async (house) => {
      const ada = await house.person({ name: 'Counted' })
      await ada.ask('Count me')
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const path = `/admin?user=${ada.user.id}`
      const page = await house.open(grace, { phone: true, dark: true, locale: 'zh-CN', path })
      await heading(page, '概览')
      await isAccessible(page)
      await page.getByRole('link', { name: /^提问数/ }).click()
      await heading(page, '逐条提问')
      await page.getByRole('table').getByText('已回答').first().waitFor()
      assert.match(page.url(), new RegExp(ada.user.id))
      await isAccessible(page)
    },
  )
})
