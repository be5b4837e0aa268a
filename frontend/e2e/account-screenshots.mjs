// Pictures of the account and administration pages, against the fake server:
//   npm run build && npm run shots:accounts
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startFakeServer } from '../test/fake-server.mjs'
import { launchBrowser } from './browser.mjs'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
const looks = /** @type {const} */ ([
  { name: 'wide-light', width: 1280, height: 800, colorScheme: 'light', locale: 'en-US' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark', locale: 'zh-CN' },
])
const EMAIL = 'li.wei@example.com'
const PASSWORD = 'long enough password'

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const look of looks) await walk(look)
} finally {
  await browser.close()
}

/** @param {(typeof looks)[number]} look */
async function walk({ name, width, height, colorScheme, locale }) {
  const fake = await startFakeServer({ demo: true })
  const { accounts } = fake.state
  /** @type {Record<string, any>} */
  const user = accounts.addUser({
    email: EMAIL,
    password: PASSWORD,
    role: 'admin',
    display_name: 'Li Wei',
  })
  accounts.addUser({ email: 'ada@example.com', role: 'pending', display_name: 'Ada Lovelace' })
  accounts.addUser({ email: 'charles.babbage@analytical-engines.example.org', active: false })
  accounts.addUser({ email: 'grace@example.com', totp_enabled: true, display_name: 'Grace' })
  accounts.addSession(
    user,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1',
    '198.51.100.23',
  )
  const viewport = { width, height }
  const page = await browser.newPage({ baseURL: fake.url, viewport, colorScheme, locale })
  page.setDefaultTimeout(10_000)
  let number = 0
  /** @param {string} what @param {boolean} [fullPage] */
  const shoot = async (what, fullPage = false) => {
    number += 1
    await page.waitForTimeout(250)
    if (fullPage) await page.setViewportSize({ width, height: 2000 })
    await page.screenshot({ path: `${folder}accounts-${name}-${number}-${what}.png` })
    if (fullPage) await page.setViewportSize(viewport)
  }
  const submit = page.locator('button[type=submit]')
  /** @param {string} email @param {string} password */
  const enter = async (email, password) => {
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[autocomplete=current-password]').fill(password)
    await submit.click()
  }
  await page.goto('/sign-in')
  await enter('hasty@example.com', 'x')
  await page.getByRole('timer').waitFor()
  await shoot('too-many')
  user.totp_enabled = true
  await enter(EMAIL, PASSWORD)
  await page.locator('input[autocomplete=one-time-code]').fill('000000')
  await submit.click()
  await page.getByRole('alert').waitFor()
  await shoot('code')
  await page.goto('/forgot')
  await page.locator('form').waitFor()
  await shoot('forgot')
  await page.goto(`/reset#token=${EMAIL}`)
  await page.locator('form').waitFor()
  await shoot('reset')
  await page.goto('/verify')
  await page.getByRole('alert').waitFor()
  await shoot('verify-invalid')
  accounts.settings.registration = 'closed'
  await page.goto('/register')
  await page.waitForTimeout(300)
  await shoot('register-closed')
  accounts.settings.registration = 'approval'
  await page.goto('/register')
  await page.locator('input[type=email]').fill('new@example.com')
  await page.locator('input[type=password]').fill('password1234')
  await submit.click()
  await page.getByRole('alert').waitFor()
  await shoot('common-password')
  await page.locator('input[type=password]').fill(PASSWORD)
  await submit.click()
  await page.waitForURL(/pending/)
  await shoot('pending')
  accounts.settings.email_verification = true
  Object.assign(accounts.users.at(-1) ?? {}, { role: 'user', email_verified: false })
  await page.reload()
  await page.waitForURL(/unverified/)
  await shoot('unverified')
  await page.context().clearCookies()
  user.totp_enabled = false
  await page.goto('/sign-in')
  await enter(EMAIL, PASSWORD)
  await page.locator('textarea').waitFor()
  await page.goto('/account')
  await page.locator('section li').last().waitFor()
  await shoot('account', true)
  await page.locator('section').nth(2).locator('button').click()
  await page.getByRole('dialog').locator('input').fill(PASSWORD)
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.getByRole('img').waitFor()
  await shoot('enrol')
  await page.getByRole('dialog').locator('input').fill('123456')
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.getByRole('checkbox').waitFor()
  await shoot('recovery-codes')
  await page.getByRole('checkbox').check()
  await page.getByRole('dialog').locator('button').last().click()
  await page.locator('section').nth(4).locator('button').click()
  await page.getByRole('dialog').locator('input').first().fill('Script')
  await page.getByRole('dialog').locator('input[type=password]').fill(PASSWORD)
  await page.getByRole('dialog').locator('input[autocomplete=one-time-code]').fill('123456')
  await shoot('make-key')
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.locator('pre').waitFor()
  await shoot('key-made')
  await page.keyboard.press('Escape')
  await page.locator('section').last().locator('button').click()
  await page.getByRole('dialog').waitFor()
  await shoot('delete')
  await page.goto('/admin/users')
  await page.locator('main li').last().waitFor()
  await shoot('users')
  await page.locator('main li').last().locator('button').last().click()
  await page.getByRole('dialog').waitFor()
  await page.getByRole('dialog').locator('button').nth(2).click()
  await page.locator('pre').waitFor()
  await shoot('user')
  await page.goto('/admin/settings')
  await page.locator('main form').waitFor()
  await shoot('house')
  accounts.settings.admins_need_totp = true
  user.totp_enabled = false
  await page.goto('/')
  await page.waitForURL(/second-factor/)
  await shoot('enrolment')
  await page.close()
  await fake.close()
}
