// The house under test and who lives in it. A story makes the people it needs and meets nobody of another story, but
// for the administrator, who is made once. What a page complains about fails its story.
import { mkdirSync, writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { baseUrl, settle } from './arguments.mjs'
import { launchBrowser } from './browser.mjs'
import { collectComplaints } from './complaints.mjs'
import { Person, SignInRefused } from './person.mjs'

/** The first account of the house. Where somebody else was there first, the environment names that administrator. */
export const ADMINISTRATOR = {
  email: process.env.RECHAT_ADMIN_EMAIL ?? 'first@example.com',
  password: process.env.RECHAT_ADMIN_PASSWORD ?? 'a bridge of seven planks',
}
const PASSWORD = 'three hats on one head'
const PATIENCE_MS = 15_000
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 800 }
/** What browsers say when an instance behind a gateway dies over a request; the page has to do without. */
const DEATHS = settle > 0 ? [/\b502 \(Bad Gateway\)/, /ERR_INCOMPLETE_CHUNKED_ENCODING/] : []

const failures = fileURLToPath(new URL('failures/', import.meta.url))

let people = 0

/**
 * @typedef {object} Look
 * @property {'en-US' | 'zh-CN'} [locale] English when nothing is said
 * @property {boolean} [phone]
 * @property {boolean} [dark]
 * @property {string | null} [path] what is opened at once; `null` for nothing, '/' when nothing is said
 * @property {string} [baseURL] another way to the product, such as `wire.url`
 * @property {import('playwright-core').BrowserContextOptions} [more]
 */

export class House {
  /** @type {Person | null} */
  #administrator = null
  /** @type {import('playwright-core').BrowserContext[]} */
  #contexts = []
  /** @type {string[]} */
  complaints = []
  /** What pages may complain about in this story. @type {RegExp[]} */
  #allowed = []

  /** @param {import('playwright-core').Browser} browser */
  constructor(browser) {
    this.browser = browser
  }

  async administrator() {
    this.#administrator ??= await findAdministrator()
    return this.#administrator
  }

  /**
   * Somebody new, with an account of their own.
   * @param {{ name?: string, role?: 'user' | 'admin', language?: 'en' | 'zh-CN', email?: string }} [who]
   */
  async person({ name = 'Ada Lovelace', role = 'user', language = 'en', email } = {}) {
    const administrator = await this.administrator()
    people += 1
    const unique = `${Date.now().toString(36)}${process.pid.toString(36)}${people}`
    const person = new Person({ email: email ?? `e2e-${unique}@example.com`, password: PASSWORD })
    try {
      await person.register({ display_name: name, language })
    } catch (error) {
      if (!(error instanceof SignInRefused) || error.code !== 'registration_closed') throw error
      await invite(administrator, person, { display_name: name, language })
    }
    const pending = person.user.role === 'pending'
    if (role === 'admin' || pending) {
      await administrator.api('PATCH', `/admin/users/${person.user.id}`, { role })
      await person.signIn()
    }
    return person
  }

  /**
   * A page in a browser of its own, in which `who` is signed in already (nobody for `null`).
   * @param {Person | null} who
   * @param {Look} [look]
   */
  async open(who, look = {}) {
    const { path = '/' } = look
    const page = await (await this.context(who, look)).newPage()
    if (path !== null) await page.goto(path)
    return page
  }

  /**
   * A browser of its own, for stories of several tabs; pages are opened with `newPage()`.
   * @param {Person | null} who
   * @param {Look} [look]
   */
  async context(who, { locale = 'en-US', phone = false, dark = false, baseURL, more } = {}) {
    const context = await this.browser.newContext({
      baseURL: baseURL ?? baseUrl,
      locale,
      viewport: phone ? PHONE : WIDE,
      hasTouch: phone,
      isMobile: phone,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...more,
    })
    this.#contexts.push(context)
    context.setDefaultTimeout(PATIENCE_MS)
    await collectComplaints(context, (complaint) => {
      const known = [...this.#allowed, ...DEATHS]
      if (!known.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint)
    })
    if (who) {
      if (!who.cookies) await who.signIn()
      const { hostname } = new URL(baseURL ?? baseUrl)
      await context.addCookies((who.cookies ?? []).map((one) => ({ ...one, domain: hostname })))
      // A refresh token is good for one browser.
      who.cookies = null
    }
    return context
  }

  /** Complaints of pages that belong to the story. @param {...RegExp} patterns */
  allow(...patterns) {
    this.#allowed.push(...patterns)
  }

  /**
   * Does something while settings of the house are others; afterwards they are as before.
   * @param {Record<string, unknown>} settings @param {() => Promise<void>} work
   */
  async withSettings(settings, work) {
    const administrator = await this.administrator()
    const { data } = await administrator.api('GET', '/admin/settings')
    try {
      for (const [key, value] of Object.entries(settings)) {
        await administrator.api('PUT', `/admin/settings/${key}`, { value })
      }
      await this.settled()
      await work()
    } finally {
      for (const key of Object.keys(settings)) {
        const { value } = data.find((/** @type {{ key: string }} */ one) => one.key === key)
        await administrator.api('PUT', `/admin/settings/${key}`, { value })
      }
      await this.settled()
    }
  }

  /** Until all instances know what the house has been told. */
  async settled() {
    await setTimeout(settle * 1000)
  }

  /** Pictures and texts of all open pages, for whoever looks for the cause. @param {string} title */
  async keepEvidence(title) {
    mkdirSync(failures, { recursive: true })
    const name = title.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 80)
    for (const [index, page] of this.#contexts.flatMap((context) => context.pages()).entries()) {
      const file = `${failures}${name}-${index + 1}`
      await page.screenshot({ path: `${file}.png` }).catch(String)
      const text = await page.locator('body').innerText({ timeout: 1_000 }).catch(String)
      writeFileSync(`${file}.txt`, `${page.url()}\n\n${text}\n`)
      console.error(`At ${page.url()} the page said (${file}.png):\n${text}`)
    }
  }

  async leave() {
    for (const context of this.#contexts.splice(0)) await context.close()
    // What pages said while they were closed is nobody's.
    this.complaints.length = 0
    this.#allowed = []
  }

  /** Throws when a page has complained. */
  checkComplaints() {
    const complaints = this.complaints.splice(0)
    if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`)
  }
}

/** @type {House | undefined} */
let house

/**
 * One file's stories, each of which gets the house and leaves it tidy.
 * @param {string} title @param {() => void} tell calls `story`
 */
export function stories(title, tell) {
  describe(title, () => {
    before(async () => {
      house = new House(await launchBrowser())
    })
    after(async () => house?.browser.close())
    tell()
  })
}

/** @param {string} title @param {(house: House) => Promise<void>} tell */
export function story(title, tell) {
  test(title, async () => {
    if (!house) throw new Error('A story is told within stories().')
    try {
      await tell(house)
      house.checkComplaints()
    } catch (error) {
      for (const complaint of house.complaints.splice(0)) console.error(complaint)
      await house.keepEvidence(title)
      throw error
    } finally {
      await house.leave()
    }
  })
}

async function findAdministrator() {
  const administrator = new Person(ADMINISTRATOR)
  try {
    await administrator.register({ display_name: 'Grace Hopper' })
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    await administrator.signIn()
  }
  if (administrator.user.role !== 'admin') {
    throw new Error(
      `${administrator.email} is not the administrator here: take an unused house, or name one by RECHAT_ADMIN_EMAIL and RECHAT_ADMIN_PASSWORD.`,
    )
  }
  return administrator
}

/** @param {Person} administrator @param {Person} person @param {Record<string, unknown>} more */
async function invite(administrator, person, more) {
  const { reset_link } = await administrator.api('POST', '/admin/users', {
    email: person.email,
    ...more,
  })
  const token = new URL(reset_link.url, baseUrl).hash.slice('#token='.length)
  await person.api('POST', '/auth/password/reset', { token, new_password: person.password })
  await person.signIn()
}
