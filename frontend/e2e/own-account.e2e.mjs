// Against a product that nobody has used yet: its first person takes care of the own account and of the
// house, and lets a second one in.
//   npm run e2e:own-account -- --base-url http://localhost:8080
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.mjs'
import { authenticator } from './totp.mjs'
import { startWire } from './wire.mjs'

const { values } = parseArgs({
  options: { 'base-url': { type: 'string', default: 'http://localhost:8080' } },
})

const ADA = 'ada@example.com'
const BOB = 'bob@example.com'
const PASSWORD = 'a bridge of seven planks'
const NEXT_PASSWORD = 'a bridge of eight planks'
const BOBS_PASSWORD = 'three hats on one head'

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Awaited<ReturnType<typeof startWire>>} */
let wire
/** Ada's. @type {Tab} */
let ada
/** Bob's. @type {Tab} */
let bob
/** What Ada's authenticator app shows. @type {() => string} */
let code
/** Ada's, each good for one time. @type {string[]} */
let recoveryCodes

/** A browser of its own, with what is done in it. */
class Tab {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
  }

  /** @param {import('playwright-core').BrowserContextOptions} [more] */
  static async open(more) {
    const context = await browser.newContext({ baseURL: wire.url, locale: 'en-US', ...more })
    context.setDefaultTimeout(15_000)
    return new Tab(await context.newPage())
  }

  /** @param {string} name */
  button = (name) => this.page.getByRole('button', { name, exact: true })
  /** @param {string} label */
  field = (label) => this.page.getByLabel(label, { exact: true })
  /** @param {string | RegExp} text */
  says = (text) => this.page.getByText(text).waitFor()
  /** @param {string} name */
  heading = (name) => this.page.getByRole('heading', { name, exact: true }).waitFor()
  /** @param {string} name */
  confirm = (name) => this.dialog.getByRole('button', { name, exact: true }).click()
  atChat = () => this.page.getByRole('button', { name: /^Choose an app: ./ }).waitFor()

  /** @param {string} email @param {string} password */
  async register(email, password) {
    await this.page.goto('/register')
    await this.field('E-mail').fill(email)
    await this.field('Password').fill(password)
    await this.button('Create account').click()
  }

  /** @param {string} email @param {string} password */
  async signIn(email, password) {
    if (!this.page.url().includes('/sign-in')) await this.page.goto('/sign-in')
    await this.field('E-mail').fill(email)
    await this.field('Password').fill(password)
    await this.button('Sign in').click()
  }

  async signOut() {
    await this.page.goto('/')
    await this.page.getByRole('button', { name: /^Account menu/ }).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await this.heading('Sign in to ReChat')
  }
}

before(async () => {
  browser = await launchBrowser()
  wire = await startWire(new URL(values['base-url']))
  ada = await Tab.open()
  bob = await Tab.open()
})
after(async () => {
  await browser?.close()
  wire?.close()
})

describe('an account in a browser', () => {
  test('does all that an account can do, and lets a second one in', async () => {
    try {
      await runHouse()
      await reloadInHaste()
      await signInWithSecondFactor()
      await changePassword()
      await makeKey()
      await takeDataHome()
      await letIn()
      await endOtherDevice()
      await resetByLink()
      await deleteAccount()
    } catch (error) {
      for (const { page } of [ada, bob]) {
        console.error(`At ${page.url()} the page said:\n${await page.locator('body').innerText()}`)
      }
      throw error
    }
  })
})

async function runHouse() {
  await ada.register(ADA, PASSWORD)
  await ada.atChat()
  await ada.page.goto('/admin/users')
  await ada.button(`Manage ${ADA}`).waitFor()
}

async function reloadInHaste() {
  for (const slowMs of [0, 400]) {
    wire.slow = 'POST /api/v1/auth/refresh'
    wire.slowMs = slowMs
    for (let time = 0; time < 6; time += 1) {
      await ada.page.reload({ waitUntil: 'commit' })
      // So that some come before the refresh, some in its midst, and some after it.
      await ada.page.waitForTimeout(time * 80)
    }
    await ada.button(`Manage ${ADA}`).waitFor()
  }
  wire.slowMs = 0
}

async function signInWithSecondFactor() {
  await ada.page.goto('/account')
  await ada.button('Set up').click()
  await ada.dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await ada.button('Next').click()
  await ada.page.getByRole('img', { name: /QR code/ }).waitFor()
  code = authenticator(await ada.dialog.locator('.font-mono').innerText())
  await ada.field('Six-digit code').fill(code())
  await ada.button('Switch on').click()
  await ada.heading('Your recovery codes')
  recoveryCodes = (await ada.dialog.locator('pre').innerText()).trim().split('\n')
  await ada.field('I have kept the codes').check()
  await ada.button('Done').click()
  await ada.button('Remove second factor').waitFor()

  await ada.signOut()
  await ada.signIn(ADA, 'not the password')
  await ada.says('E-mail or password is wrong.')
  await ada.signIn(ADA, PASSWORD)
  await ada.heading('One more step')
  await ada.field('Six-digit code').fill(code())
  await ada.button('Sign in').click()
  await ada.atChat()
}

async function changePassword() {
  await ada.page.goto('/account')
  await ada.field('Current password').fill('not the password')
  await ada.field('New password').fill(NEXT_PASSWORD)
  await ada.button('Change password').click()
  await ada.says('This is not your current password.')
  await ada.field('Current password').fill(PASSWORD)
  await ada.button('Change password').click()
  await ada.says(/^Changed\. Other devices/)
}

async function makeKey() {
  await ada.button('Make key').click()
  await ada.dialog.getByLabel('Name', { exact: true }).fill('Script')
  await ada.dialog.getByLabel('Password', { exact: true }).fill('not the password')
  // Not the app's code: the next one that the server would take may be a minute away.
  await ada.field('Six-digit code or recovery code').fill(recoveryCodes[0] ?? '')
  await ada.confirm('Make key')
  await ada.says('This is not your current password.')
  await ada.dialog.getByLabel('Password', { exact: true }).fill(NEXT_PASSWORD)
  await ada.confirm('Make key')
  await ada.heading('Your new key')
  const key = await ada.dialog.locator('pre').innerText()
  await ada.page.keyboard.press('Escape')
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${values['base-url']}/api/v1/apps`, { headers })
  assert.equal(answer.status, 200)
  assert.ok((await answer.json()).data.length > 0)
  await ada.button('Revoke Script').click()
  await ada.confirm('Revoke')
  await ada.button('Revoke Script').waitFor({ state: 'detached' })
}

async function takeDataHome() {
  const downloading = ada.page.waitForEvent('download')
  await ada.button('Download').click()
  const { records } = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
  const kinds = new Set(records.map((/** @type {{ type: string }} */ record) => record.type))
  assert.ok(kinds.has('account') && kinds.has('session'))
  assert.ok(!JSON.stringify(records).includes('argon2'))
}

async function letIn() {
  await setRegistration('approval')
  await bob.register(BOB, BOBS_PASSWORD)
  await bob.heading('Waiting for approval')
  await ada.page.getByRole('link', { name: 'People' }).click()
  await ada.button(`Approve ${BOB}`).click()
  await ada.button(`Approve ${BOB}`).waitFor({ state: 'detached' })
  await bob.button('Check again').click()
  await bob.atChat()
  await setRegistration('open')
}

async function endOtherDevice() {
  const phone = await Tab.open({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  })
  await phone.signIn(BOB, BOBS_PASSWORD)
  await phone.atChat()
  await bob.page.goto('/account')
  await bob.button('Sign out Safari · iPhone').click()
  await bob.confirm('Sign out')
  await bob.button('Sign out Safari · iPhone').waitFor({ state: 'detached' })
  await phone.page.reload()
  await phone.heading('Sign in to ReChat')
  await phone.page.context().close()
}

async function resetByLink() {
  await ada.page.goto('/admin/users')
  await ada.button(`Manage ${BOB}`).click()
  await ada.button('Make a link for a new password').click()
  const link = new URL(await ada.dialog.locator('pre').innerText())
  await bob.page.goto(`${link.pathname}${link.hash}`)
  await bob.field('New password').fill(NEXT_PASSWORD)
  await bob.button('Set password').click()
  await bob.says(/^Your password has been changed/)
  assert.equal(new URL(bob.page.url()).hash, '')
  await bob.signIn(BOB, BOBS_PASSWORD)
  await bob.says('E-mail or password is wrong.')
  await bob.signIn(BOB, NEXT_PASSWORD)
  await bob.atChat()
}

async function deleteAccount() {
  await bob.page.goto('/account')
  await bob.button('Delete account').click()
  await bob.dialog.getByLabel('Password', { exact: true }).fill(NEXT_PASSWORD)
  await bob.field(`Type ${BOB} to confirm`).fill(BOB)
  await bob.button('Delete for good').click()
  await bob.heading('Sign in to ReChat')
  await bob.signIn(BOB, NEXT_PASSWORD)
  await bob.says('E-mail or password is wrong.')
}

/** @param {string} policy */
async function setRegistration(policy) {
  await ada.page.goto('/admin/settings')
  await ada.field('New accounts').selectOption(policy)
  await ada.button('Save').click()
  await ada.says('Saved')
}
