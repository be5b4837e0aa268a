// Accounts in a browser, against the fake server: npm run build && npm run e2e:accounts
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, beforeEach, afterEach, describe, test } from 'node:test'
import { startFakeServer } from '../test/fake-server.mjs'
import { launchBrowser } from './browser.mjs'

const EMAIL = 'ada@example.com'
const PASSWORD = 'long enough password'

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Awaited<ReturnType<typeof startFakeServer>>} */
let fake
/** @type {import('playwright-core').BrowserContext} */
let context
/** @type {import('playwright-core').Page} */
let page
/** @type {import('../test/fake-accounts.mjs').FakeAccounts} */
let accounts

before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())
beforeEach(async () => {
  fake = await startFakeServer({ demo: true })
  accounts = fake.state.accounts
  context = await browser.newContext({ baseURL: fake.url, locale: 'en-US' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await fake.close()
})

/** @param {string} name */
const button = (name) => page.getByRole('button', { name, exact: true })
/** @param {string} label */
const field = (label) => page.getByLabel(label, { exact: true })
const atChat = () => page.getByRole('button', { name: /^Choose an app/ }).waitFor()

/** @param {string} [password] */
async function signIn(password = PASSWORD) {
  await page.goto('/sign-in')
  await field('E-mail').fill(EMAIL)
  await field('Password').fill(password)
  await button('Sign in').click()
}

/** An administrator, so that nothing is in the way. @param {object} [more] */
function addAda(more = {}) {
  return accounts.addUser({ email: EMAIL, password: PASSWORD, role: 'admin', ...more })
}

describe('signing in', () => {
  test('asks for the second factor in place and takes a recovery code too', async () => {
    addAda({ totp_enabled: true, recovery: ['abcde-fghij'] })
    await signIn()
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    await field('Six-digit code').fill('000 000')
    await button('Sign in').click()
    await page.getByText(/^This code is wrong/).waitFor()
    await button('Use a recovery code').click()
    await field('Recovery code').fill('abcde-fghij')
    await button('Sign in').click()
    await atChat()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    assert.ok(!kept.includes(PASSWORD))
  })

  test('tells of a deactivated account, and how long to wait after too many attempts', async () => {
    addAda({ active: false })
    await signIn()
    await page.getByText(/^This account has been deactivated/).waitFor()
    await field('E-mail').fill('hasty@example.com')
    await button('Sign in').click()
    await page.getByRole('timer').waitFor()
    assert.match(await page.getByRole('timer').innerText(), /^1:[0-3]\d$/)
  })

  test('offers no registration where it is closed', async () => {
    addAda()
    accounts.settings.registration = 'closed'
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Create account' }).waitFor({ state: 'hidden' })
    await page.goto('/register')
    await page.getByText(/^Registration is closed here/).waitFor()
    assert.equal(await field('Password').count(), 0)
  })
})

describe('a new account', () => {
  test('waits for approval and goes on by itself', async () => {
    addAda()
    accounts.settings.registration = 'approval'
    await page.goto('/register')
    await field('E-mail').fill('new@example.com')
    await field('Password').fill('password1234')
    await button('Create account').click()
    await page.getByText(/^This password is on lists/).waitFor()
    await field('Password').fill(PASSWORD)
    await button('Create account').click()
    await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor()
    Object.assign(accounts.users.at(-1) ?? {}, { role: 'user' })
    await page.evaluate(() => {
      globalThis.dispatchEvent(new Event('blur'))
      setTimeout(() => globalThis.dispatchEvent(new Event('focus')), 50)
    })
    await atChat()
  })

  test('confirms its address by a link whose token leaves the address at once', async () => {
    addAda()
    accounts.settings.email_verification = true
    await page.goto('/register')
    await field('E-mail').fill('new@example.com')
    await field('Password').fill(PASSWORD)
    await button('Create account').click()
    await button('Send the link again').click()
    await page.getByText('The link is on its way.').waitFor()
    await page.goto('/verify#token=new@example.com')
    assert.equal(new URL(page.url()).hash, '')
    await button('Confirm').click()
    await page.getByText('Your e-mail address is confirmed.').waitFor()
    await page.getByRole('link', { name: 'Go to the chat' }).click()
    await atChat()
    await page.goBack()
    assert.ok(!page.url().includes('token'))
  })
})

describe('a forgotten password', () => {
  test('is reset by a link, once it was asked for', async () => {
    addAda()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await field('E-mail').fill(EMAIL)
    await button('Send link').click()
    await page.getByText(/^If there is an account/).waitFor()
    await page.goto(`/reset#token=${EMAIL}`)
    assert.equal(new URL(page.url()).hash, '')
    await field('New password').fill('another long password')
    await button('Set password').click()
    await page.getByText(/^Your password has been changed/).waitFor()
    await signIn('another long password')
    await atChat()
  })

  test('is a matter for an administrator where there is no mail', async () => {
    addAda()
    accounts.mail = false
    await page.goto('/forgot')
    await page.getByText(/^This house sends no mail/).waitFor()
  })
})

describe('the account page', () => {
  test('sets a second factor up, keeps its recovery codes on the screen, and takes it away', async () => {
    /** @type {Record<string, any>} */
    const ada = addAda()
    await signIn()
    await atChat()
    await page.goto('/account')
    await button('Set up').click()
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD)
    await button('Next').click()
    await page.getByRole('img', { name: /QR code/ }).waitFor()
    await field('Six-digit code').fill('123456')
    await button('Switch on').click()
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    const downloading = page.waitForEvent('download')
    await button('Save as a file').click()
    const file = await (await downloading).path()
    assert.deepEqual((await readFile(file, 'utf8')).trim().split('\n'), ada.recovery)
    await page.keyboard.press('Escape')
    await page.getByLabel('I have kept the codes').check()
    await button('Done').click()
    await button('Remove second factor').click()
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD)
    await field('Six-digit code or recovery code').fill('123456')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove second factor' }).click()
    await button('Set up').waitFor()
  })

  test('makes and revokes keys, ends other devices, and downloads everything', async () => {
    const ada = addAda({ totp_enabled: true, recovery: ['abcde-fghij'] })
    accounts.addSession(ada, 'Mozilla/5.0 (iPhone) AppleWebKit Version/18 Safari/604')
    await signIn()
    await field('Six-digit code').fill('123456')
    await button('Sign in').click()
    await atChat()
    await page.goto('/account')
    await button('Make key').click()
    const dialog = page.getByRole('dialog')
    await field('Name').last().fill('Script')
    await dialog.getByLabel('Password', { exact: true }).fill('not this one')
    await field('Six-digit code or recovery code').fill('vwxyz-vwxyz')
    await dialog.getByRole('button', { name: 'Make key' }).click()
    await page.getByText('This is not your current password.').waitFor()
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Make key' }).click()
    await page.getByText(/^This code is wrong/).waitFor()
    assert.equal(accounts.keys.length, 0)
    await field('Six-digit code or recovery code').fill('abcde-fghij')
    await dialog.getByRole('button', { name: 'Make key' }).click()
    await page.getByRole('heading', { name: 'Your new key' }).waitFor()
    assert.match(await page.locator('pre').innerText(), /^rk-/)
    assert.deepEqual(accounts.keys[0]?.scopes, ['chat', 'read'])
    await page.keyboard.press('Escape')
    await button('Revoke Script').click()
    await button('Revoke').click()
    await button('Revoke Script').waitFor({ state: 'detached' })
    assert.equal(accounts.keys.length, 0)

    await button('Sign out Safari · iPhone').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await button('Sign out Safari · iPhone').waitFor({ state: 'detached' })
    assert.equal(accounts.sessions.length, 1)

    const downloading = page.waitForEvent('download')
    await button('Download').click()
    const content = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
    assert.deepEqual(
      content.records.map((/** @type {{ type: string }} */ record) => record.type),
      ['account', 'session'],
    )
  })

  test('changes name, language and password', async () => {
    addAda()
    await signIn()
    await atChat()
    await page.goto('/account')
    await field('Current password').fill('not this one')
    await field('New password').fill('another long password')
    await button('Change password').click()
    await page.getByText('This is not your current password.').waitFor()
    await field('Current password').fill(PASSWORD)
    await button('Change password').click()
    await page.getByText(/^Changed\. Other devices/).waitFor()
    await field('Name').fill('Ada L.')
    await field('Language').selectOption('zh-CN')
    await button('Save').click()
    await page.getByRole('heading', { name: '账号', exact: true }).waitFor()
    assert.equal(accounts.users[0]?.display_name, 'Ada L.')
  })

  test('deletes the account only when its e-mail is typed', async () => {
    addAda()
    await signIn()
    await atChat()
    await page.goto('/account')
    await button('Delete account').click()
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD)
    assert.ok(await button('Delete for good').isDisabled())
    await field(`Type ${EMAIL} to confirm`).fill(EMAIL)
    await button('Delete for good').click()
    await page.getByRole('heading', { name: 'Sign in to ReChat' }).waitFor()
    assert.equal(accounts.users.length, 0)
  })
})

describe('the house', () => {
  test('makes administrators set up a second factor before they go on', async () => {
    addAda()
    await signIn()
    await atChat()
    await page.goto('/admin/settings')
    await page.getByLabel(/^Administrators need a second factor/).check()
    await field('New accounts').selectOption('closed')
    await button('Save').click()
    await page.getByText('Saved').waitFor()
    assert.equal(accounts.settings.registration, 'closed')
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor()
    await button('Set up').click()
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD)
    await button('Next').click()
    await field('Six-digit code').fill('123456')
    await button('Switch on').click()
    await page.getByLabel('I have kept the codes').check()
    await button('Done').click()
    await atChat()
  })

  test('approves, resets and deactivates people', async () => {
    addAda()
    const bob = accounts.addUser({ email: 'bob@example.com', password: 'x', role: 'pending' })
    await signIn()
    await atChat()
    await page.goto('/admin/users')
    await button('Approve bob@example.com').click()
    await button('Approve bob@example.com').waitFor({ state: 'detached' })
    assert.equal(bob.role, 'user')
    await page.getByLabel('Search by name or e-mail').fill('bob')
    await button(`Manage ${EMAIL}`).waitFor({ state: 'detached' })
    await button('Manage bob@example.com').click()
    await button('Make a link for a new password').click()
    assert.match(await page.locator('pre').innerText(), /\/reset#token=/)
    await page.getByLabel(/^Active/).uncheck()
    await button('Save').click()
    await page.getByText('Deactivated').waitFor()
    assert.equal(bob.active, false)
    await page.getByLabel('Search by name or e-mail').fill('ada')
    await button(`Manage ${EMAIL}`).click()
    await field('Role').last().selectOption('user')
    await button('Save').click()
    await page.getByText(/^The house needs at least one/).waitFor()
  })
})

describe('several tabs', () => {
  test('refresh at the same moment without looking like a thief, and sign out together', async () => {
    addAda()
    await signIn()
    await atChat()
    const tabs = [page]
    for (let more = 0; more < 3; more += 1) {
      const tab = await context.newPage()
      await tab.goto('/')
      await tab.getByRole('button', { name: /^Choose an app/ }).waitFor()
      tabs.push(tab)
    }
    for (let round = 0; round < 3; round += 1) {
      accounts.tokens.clear()
      const before = fake.state.calls.filter((call) => call.endsWith('/auth/refresh')).length
      // A question needs the token: its 401 makes every tab want a new one now.
      await Promise.all(
        tabs.map(async (tab) => {
          const articles = await tab.getByRole('article').count()
          await tab.locator('textarea').fill('Hello')
          await tab.locator('textarea').press('Enter')
          await tab
            .getByRole('article')
            .nth(articles + 1)
            .and(tab.locator('article[aria-busy=false]'))
            .waitFor()
        }),
      )
      const refreshes = fake.state.calls.filter((call) => call.endsWith('/auth/refresh')).length
      assert.ok(refreshes - before <= tabs.length)
      assert.equal(accounts.thefts, 0)
    }
    await page.getByRole('button', { name: /^Account menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    for (const tab of tabs) await tab.getByRole('button', { name: 'Sign in' }).waitFor()
  })
})
