// Coming in, and what one does with an account of one's own.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { isAccessible } from '../accessible.mjs'
import { baseUrl } from '../arguments.mjs'
import { answerOf, ask, atChat, isComplete } from '../chat.mjs'
import { stories, story } from '../house.mjs'
import { authenticator } from '../totp.mjs'
import { startWire } from '../wire.mjs'

/** @typedef {import('playwright-core').Page} Page */

const PASSWORD = 'a bridge of seven planks'
const NEXT_PASSWORD = 'a bridge of eight planks'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

/** @param {string} name */
const address = (name) => `${name}-${Date.now()}@example.com`
/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true })
/** @param {Page} page @param {string} label */
const field = (page, label) => page.getByLabel(label, { exact: true })
/** @param {Page} page */
const dialog = (page) => page.getByRole('dialog')
/** @param {Page} page @param {string} label */
const asked = (page, label) => dialog(page).getByLabel(label, { exact: true })
/** @param {Page} page @param {string} name */
const confirm = (page, name) => dialog(page).getByRole('button', { name, exact: true }).click()
/** @param {Page} page @param {string | RegExp} text */
const says = (page, text) => page.getByText(text).first().waitFor()
/** @param {Page} page @param {string} name */
const heading = (page, name) => page.getByRole('heading', { name, exact: true }).waitFor()

/** @param {Page} page @param {string} email @param {string} password */
async function signIn(page, email, password) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(password)
  await button(page, 'Sign in').click()
}

/** @param {Page} page */
async function signOut(page) {
  await page.goto('/')
  await page.getByRole('button', { name: /Account menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
}

stories('an account', () => {
  story('is made in English and has its first question answered', async (house) => {
    await house.administrator()
    const page = await house.open(null)
    await page.waitForURL(/\/sign-in/)
    await page.getByRole('link', { name: 'Create account' }).click()
    await heading(page, 'Create your account')
    await field(page, 'E-mail').fill(address('ada'))
    await field(page, 'Password').fill('password1234')
    await button(page, 'Create account').click()
    await says(page, /^This password is on lists/)
    await field(page, 'Password').fill(PASSWORD)
    await button(page, 'Create account').click()
    await atChat(page)
    await ask(page, 'What is a lease?')
    await isComplete(answerOf(page, 1))
    await signOut(page)
    await page.reload()
    await button(page, 'Sign in').waitFor()
  })

  story('is made in Chinese and has its first question answered', async (house) => {
    await house.administrator()
    const page = await house.open(null, { locale: 'zh-CN', path: '/register' })
    await field(page, '邮箱').fill(address('wei'))
    await field(page, '密码').fill(PASSWORD)
    await isAccessible(page)
    await page.keyboard.press('Enter')
    await atChat(page)
    await ask(page, '租约是什么？')
    await isComplete(answerOf(page, 1))
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN')
  })

  story('stays signed in when its page is reloaded in haste', async (house) => {
    const wire = await startWire(new URL(baseUrl))
    try {
      house.allow(/net::ERR_/)
      const page = await house.open(await house.person(), { baseURL: wire.url })
      for (const slowMs of [0, 400]) {
        wire.slow = 'POST /api/v1/auth/refresh'
        wire.slowMs = slowMs
        for (let time = 0; time < 6; time += 1) {
          try {
            await page.reload({ waitUntil: 'commit' })
          } catch (error) {
            // Chromium was still putting the page before in its place; haste again is what is told here.
            if (!/Not attached to an active page/.test(String(error))) throw error
          }
          // So that some come before the refresh, some in its midst, and some after it.
          await page.waitForTimeout(time * 80)
        }
        await atChat(page)
      }
    } finally {
      wire.close()
    }
  })

  story('has a second factor, a new password and keys', async (house) => {
    const ada = await house.person()
    const page = await house.open(ada, { path: '/settings/security' })
    await button(page, 'Set up').click()
    await asked(page, 'Password').fill(ada.password)
    await button(page, 'Next').click()
    await page.getByRole('img', { name: /QR code/ }).waitFor()
    const code = authenticator(await dialog(page).locator('.font-mono').innerText())
    await field(page, 'Six-digit code').fill(code())
    await button(page, 'Switch on').click()
    await heading(page, 'Your recovery codes')
    const recovery = (await dialog(page).locator('pre').innerText()).trim().split('\n')
    await isAccessible(page, { within: '[role=dialog]' })
    await field(page, 'I have kept the codes').check()
    await button(page, 'Done').click()
    await button(page, 'Remove second factor').waitFor()

    await signOut(page)
    await signIn(page, ada.email, 'not the password')
    await says(page, 'E-mail or password is wrong.')
    await signIn(page, ada.email, ada.password)
    await heading(page, 'One more step')
    // The sixth digit sends it.
    await field(page, 'Six-digit code').fill(code())
    await atChat(page)

    await page.goto('/settings/security')
    await field(page, 'Current password').fill('not the password')
    await field(page, 'New password').fill(NEXT_PASSWORD)
    await button(page, 'Change password').click()
    await says(page, 'This is not your current password.')
    await field(page, 'Current password').fill(ada.password)
    await button(page, 'Change password').click()
    await says(page, /^Changed\. Other devices/)

    await page.goto('/settings/keys')
    await button(page, 'Make key').click()
    await asked(page, 'Name').fill('Script')
    await asked(page, 'Password').fill(NEXT_PASSWORD)
    // Not the app's code: the next one that the server would take may be a minute away.
    await field(page, 'Six-digit code or recovery code').fill(recovery[0] ?? '')
    await confirm(page, 'Make key')
    await heading(page, 'Your new key')
    const headers = { authorization: `Bearer ${await dialog(page).locator('pre').innerText()}` }
    const apps = await fetch(`${baseUrl}/api/v1/apps`, { headers })
    assert.equal(apps.status, 200)
    // A key is told this once: only its button closes it.
    await page.keyboard.press('Escape')
    await heading(page, 'Your new key')
    await confirm(page, 'Done')
    await button(page, 'Revoke Script').click()
    await confirm(page, 'Revoke')
    await button(page, 'Revoke Script').waitFor({ state: 'detached' })
  })

  story('is told where it is signed in, and ends that', async (house) => {
    const ada = await house.person()
    const page = await house.open(ada)
    const phone = await house.open(ada, { phone: true, more: { userAgent: IPHONE } })
    await atChat(phone)
    await page.goto('/settings/security')
    await button(page, 'Sign out Safari · iPhone').click()
    await confirm(page, 'Sign out')
    await button(page, 'Sign out Safari · iPhone').waitFor({ state: 'detached' })
    await phone.reload()
    await heading(phone, 'Sign in to ReChat')
  })

  story('takes its data home and is deleted', async (house) => {
    const ada = await house.person()
    const page = await house.open(ada, { path: '/settings/data' })
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download').click(),
    ])
    const { records } = JSON.parse(await readFile(await saved.path(), 'utf8'))
    const kinds = new Set(records.map((/** @type {{ type: string }} */ record) => record.type))
    assert.ok(kinds.has('account') && kinds.has('session'))
    assert.ok(!JSON.stringify(records).includes('argon2'))

    await button(page, 'Delete account').click()
    await asked(page, 'Password').fill(ada.password)
    assert.ok(await button(page, 'Delete for good').isDisabled())
    await field(page, `Type ${ada.email} to confirm`).fill(ada.email)
    await button(page, 'Delete for good').click()
    await heading(page, 'Sign in to ReChat')
    await signIn(page, ada.email, ada.password)
    await says(page, 'E-mail or password is wrong.')
  })

  story('waits for approval where the house wants that, and goes on by itself', async (house) => {
    const administrator = await house.administrator()
    await house.withSettings({ registration: 'approval' }, async () => {
      const page = await house.open(null, { path: '/register' })
      const email = address('bob')
      await field(page, 'E-mail').fill(email)
      await field(page, 'Password').fill(PASSWORD)
      await button(page, 'Create account').click()
      await heading(page, 'Waiting for approval')
      await isAccessible(page)
      const { data } = await administrator.api('GET', `/admin/users?query=${email}`)
      await administrator.api('PATCH', `/admin/users/${data[0].id}`, { role: 'user' })
      await page.evaluate(() => {
        globalThis.dispatchEvent(new Event('blur'))
        setTimeout(() => globalThis.dispatchEvent(new Event('focus')), 50)
      })
      await atChat(page)
    })
  })

  story('gets a new password by a link, whose token leaves the address', async (house) => {
    const administrator = await house.administrator()
    const bob = await house.person({ name: 'Bob' })
    const link = await administrator.api('POST', `/admin/users/${bob.user.id}/reset-link`)
    const { pathname, hash } = new URL(link.url, baseUrl)
    const page = await house.open(null, { path: pathname + hash })
    assert.equal(new URL(page.url()).hash, '')
    await field(page, 'New password').fill(NEXT_PASSWORD)
    await button(page, 'Set password').click()
    await says(page, /^Your password has been changed/)
    await signIn(page, bob.email, NEXT_PASSWORD)
    await atChat(page)
  })

  story('is signed out in all tabs of its browser at once', async (house) => {
    const context = await house.context(await house.person())
    const tabs = []
    for (let number = 0; number < 3; number += 1) {
      const tab = await context.newPage()
      await tab.goto('/')
      await atChat(tab)
      tabs.push(tab)
    }
    const [first] = tabs
    if (!first) throw new Error('no tab')
    await signOut(first)
    for (const tab of tabs) await button(tab, 'Sign in').waitFor()
  })
})
