// Coming in and finding one's way: sign-up, deep links, a session that ends, the sidebar, the keyboard.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { askAndRead, atChat, composer } from '../chat.mjs'
import { stories, story } from '../house.mjs'

const PASSWORD = 'three hats on one head'
const newAddress = () => `e2e-${Date.now().toString(36)}${process.pid.toString(36)}@example.com`

stories('the shell', () => {
  for (const [locale, words] of /** @type {const} */ ([
    ['en-US', { email: 'E-mail', password: 'Password', go: 'Create account' }],
    ['zh-CN', { email: '邮箱', password: '密码', go: '创建账号' }],
  ])) {
    story(`leads from signing up to an answer, for a reader of ${locale}`, async (house) => {
      await house.administrator()
      const page = await house.open(null, { locale, path: '/register' })
      await page.getByLabel(words.email).fill(newAddress())
      await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
      await isAccessible(page)
      await page.getByRole('button', { name: words.go }).click()
      await atChat(page)
      await askAndRead(page, 'What is a lease?')
      assert.equal(
        await page.evaluate(() => document.documentElement.lang),
        locale.slice(0, 5).replace('-US', ''),
      )
      await page.getByRole('link', { name: /lease/ }).waitFor()
      assert.match(await page.title(), / · ReChat$/)
    })
  }

  story('brings a visitor to the page they asked for once they are signed in', async (house) => {
    const ada = await house.person()
    const page = await house.open(null, { path: '/settings/security' })
    await page.waitForURL(/\/sign-in\?next=/)
    await isAccessible(page)
    await signIn(page, ada)
    await page.waitForURL('**/settings/security')
    await page.getByRole('heading', { name: 'Devices' }).waitFor()
  })

  story(
    'brings back to the same place, and to what was typed, when a session has ended',
    async (house) => {
      const ada = await house.person()
      const page = await house.open(ada)
      await askAndRead(page, 'What is a lease?')
      const address = page.url()
      await composer(page).fill('A thought that took a while')
      await ada.signIn()
      const { data } = await ada.api('GET', '/auth/sessions')
      for (const session of data.filter((/** @type {any} */ one) => !one.current)) {
        await ada.api('DELETE', `/auth/sessions/${session.id}`)
      }
      await page.reload()
      await page.waitForURL(/\/sign-in\?next=/)
      await signIn(page, ada)
      await page.waitForURL(address)
      await page.waitForFunction(
        (text) => document.querySelector('textarea')?.value === text,
        'A thought that took a while',
      )
    },
  )

  story('has the sidebar in a drawer on a phone', async (house) => {
    const ada = await house.person()
    await ada.ask('What is a lease?')
    const page = await house.open(ada, { phone: true })
    await page.getByRole('button', { name: 'Open sidebar' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('link', { name: /lease/ }).waitFor()
    await isAccessible(page)
    await drawer.getByRole('link', { name: /lease/ }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.waitForURL('**/c/*')
  })

  story('remembers a sidebar that was closed', async (house) => {
    const page = await house.open(await house.person())
    await page.getByRole('button', { name: 'Close sidebar' }).click()
    await page.getByRole('button', { name: 'Open sidebar' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Open sidebar' }).waitFor()
    assert.equal(await page.getByRole('complementary').count(), 0)
  })

  story('can be used by the keyboard alone, from signing in to an answer', async (house) => {
    const ada = await house.person()
    const page = await house.open(null, { path: '/sign-in' })
    await tabTo(page, 'E-mail')
    await page.keyboard.type(ada.email)
    await tabTo(page, 'Password')
    await page.keyboard.type(ada.password)
    await page.keyboard.press('Enter')
    await atChat(page)
    await tabTo(page, /Account menu/)
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    // The first entry has the focus, and Escape gives it back.
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.ariaHasPopup === 'menu')
    await tabTo(page, 'Message')
    await page.keyboard.type('What is a lease?')
    await page.keyboard.press('Enter')
    await page.getByRole('article').nth(1).waitFor()
  })

  story('has a page for what is not there, with ways on', async (house) => {
    const page = await house.open(await house.person(), { path: '/no/such/page' })
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await isAccessible(page)
    await page.getByRole('link', { name: 'Start a new chat' }).click()
    await atChat(page)
  })

  story('offers no sharing where the house has switched it off', async (house) => {
    const ada = await house.person()
    await ada.ask('What is a lease?')
    await house.withSettings({ sharing: 'off' }, async () => {
      const page = await house.open(ada)
      await page.getByRole('link', { name: /lease/ }).hover()
      await page.getByRole('button', { name: /^Options of/ }).click()
      await page.getByRole('menuitem', { name: 'Rename' }).waitFor()
      assert.equal(await page.getByRole('menuitem', { name: /Share/ }).count(), 0)
    })
  })
})

/** @param {import('playwright-core').Page} page @param {import('../person.mjs').Person} person */
async function signIn(page, person) {
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Presses Tab until what bears the name has the focus. @param {import('playwright-core').Page} page @param {string | RegExp} name */
async function tabTo(page, name) {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = /** @type {any} */ (document.activeElement)
      // Behind the last element stands the page as a whole, whose text is everything.
      if (element === document.body) return ''
      return element?.labels?.[0]?.textContent ?? element?.ariaLabel ?? element?.textContent ?? ''
    })
    if (typeof name === 'string' ? found.trim() === name : name.test(found.trim())) return
  }
  throw new Error(`Tab does not lead to ${name}.`)
}
