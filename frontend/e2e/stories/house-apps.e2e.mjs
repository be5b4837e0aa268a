// What administrators do with apps: whom they are for, their order, their keys, and what a failing connection says.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { atChat } from '../chat.mjs'
import { stories, story } from '../house.mjs'

/** @typedef {import('playwright-core').Page} Page */

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`
/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true })

/** An app of one's own that answers as the demo chat does. @param {import('../house.mjs').House} house */
async function addApp(house) {
  const administrator = await house.administrator()
  const { data } = await administrator.api('GET', '/admin/apps')
  const [{ base_url }] = data
  const name = `Own ${unique()}`
  const order = data.length
  const app = { name, base_url, api_key: 'app-demo-chat', enabled: true, order }
  return administrator.api('POST', '/admin/apps', app)
}

/** @param {import('../house.mjs').House} house @param {string} id */
async function removeApp(house, id) {
  await (await house.administrator()).fetch('DELETE', `/admin/apps/${id}`)
}

/** The names that somebody may choose from. @param {import('../person.mjs').Person} person */
const namesFor = async (person) =>
  (await person.api('GET', '/apps')).data.map((/** @type {{ name: string }} */ { name }) => name)

/** @param {Page} page @param {string} name */
async function offers(page, name) {
  await atChat(page)
  await page.getByRole('button', { name: /^Choose an app/ }).click()
  await page.getByText('Chatflow').last().waitFor()
  return (await page.getByText(name, { exact: true }).count()) > 0
}

stories('an app', () => {
  story('for a group is seen by its members and by nobody else', async (house) => {
    const administrator = await house.administrator()
    const member = await house.person({ name: 'Member' })
    const other = await house.person({ name: 'Other' })
    const group = await administrator.api('POST', '/admin/groups', { name: `Few ${unique()}` })
    await administrator.api('PUT', `/admin/groups/${group.id}/members`, { add: [member.user.id] })
    const app = await addApp(house)
    try {
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace, { path: `/admin/apps/${app.id}` })
      await page.getByRole('radio', { name: 'Only members of these groups' }).check()
      await page.getByText('With no group chosen it is for nobody.').waitFor()
      await isAccessible(page)
      await page.getByRole('checkbox', { name: new RegExp(group.name) }).check()
      await button(page, 'Save').click()
      await page.getByText(`${app.name} is saved.`).waitFor()

      assert.equal(await offers(await house.open(member), app.name), true)
      assert.equal(await offers(await house.open(other), app.name), false)
    } finally {
      await removeApp(house, app.id)
      await administrator.api('DELETE', `/admin/groups/${group.id}`)
    }
  })

  story('moves up by keyboard, and the focus stays to go on', async (house) => {
    const app = await addApp(house)
    try {
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace, { path: '/admin/apps' })
      const up = button(page, `Move ${app.name} up`)
      await up.focus()
      const before = (await namesFor(grace)).indexOf(app.name)
      for (const step of [1, 2]) {
        await page.keyboard.press('Enter')
        await page.getByText(`${app.name} is number ${before + 1 - step} now.`).waitFor()
        await up.and(page.locator(':focus')).waitFor()
      }
      assert.equal((await namesFor(grace)).indexOf(app.name), before - 2)
    } finally {
      await removeApp(house, app.id)
    }
  })

  story('is deleted only by whoever types its name', async (house) => {
    const app = await addApp(house)
    try {
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace, { path: `/admin/apps/${app.id}` })
      await button(page, 'Delete app').click()
      const dialog = page.getByRole('dialog')
      await isAccessible(page)
      assert.equal(await dialog.getByRole('button', { name: 'Delete app' }).isDisabled(), true)
      await dialog.getByLabel(`Type ${app.name} to confirm`).fill(app.name)
      await dialog.getByRole('button', { name: 'Delete app' }).click()
      await page.waitForURL(/\/admin\/apps$/)
      await page.getByRole('link', { name: 'Chat', exact: true }).waitFor()
      assert.equal((await namesFor(grace)).includes(app.name), false)
    } finally {
      await removeApp(house, app.id)
    }
  })

  story('gets a spare key of the same app only, which is swapped and removed', async (house) => {
    const app = await addApp(house)
    try {
      const grace = await house.person({ name: 'Grace', role: 'admin' })
      const page = await house.open(grace, { path: `/admin/apps/${app.id}` })
      const key = page.getByLabel('Spare key', { exact: true })
      await key.fill('app-demo-agent')
      await button(page, 'Store as spare key').click()
      await page
        .getByText(/another app/i)
        .first()
        .waitFor()
      await key.fill('app-demo-chat')
      await button(page, 'Store as spare key').click()
      await page
        .getByText(/key that is stored already/)
        .first()
        .waitFor()

      // Dify's simulator has one key for each app: what the server says of a second one is told here.
      let spare_key_set = false
      await page.route(/\/spare-key(\/swap)?$/, async (route) => {
        spare_key_set = route.request().method() !== 'DELETE'
        await route.fulfill({ json: { api_key_set: true, spare_key_set, compared: true } })
      })
      await key.fill('app-demo-chat-next')
      await button(page, 'Store as spare key').click()
      await page.getByText('Stored. It opens the same app.').waitFor()
      await isAccessible(page)
      await button(page, 'Swap the keys').click()
      await page.getByText('The spare key is the first now.').waitFor()
      await button(page, 'Remove spare key').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Remove spare key' }).click()
      await page.getByText('The spare key is removed.').waitFor()
      await page.getByText('There is no spare key.').waitFor()
      assert.equal(spare_key_set, false)
    } finally {
      await removeApp(house, app.id)
    }
  })

  story('that cannot be reached says why, and what to do', async (house) => {
    const grace = await house.person({ name: 'Grace', role: 'admin' })
    const page = await house.open(grace, { path: '/admin/apps/new', phone: true })
    const { data } = await grace.api('GET', '/admin/apps')
    for (const [url, key, meaning] of [
      ['https://dify.nowhere.invalid/v1', 'app-x', 'There is no host of this name.'],
      ['https://10.1.2.3/v1', 'app-x', 'The host is in a private network'],
      ['https://169.254.169.254/v1', 'app-x', 'where no Dify may be'],
      [data[0].base_url, 'dataset-x', 'app-'],
      [data[0].base_url, 'app-x', 'Dify does not accept this key.'],
    ]) {
      await page.getByLabel('Address of the Service API').last().fill(url)
      await page.getByLabel('API key', { exact: true }).fill(key)
      await button(page, 'Test the connection').click()
      const report = page.getByRole('status', { name: 'Connection' })
      await report.getByText('The connection does not work yet.').waitFor()
      await report.getByText(meaning).first().waitFor()
      await report.getByText('What to do:').waitFor()
    }
    await isAccessible(page)
  })
})
