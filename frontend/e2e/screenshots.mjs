// Pictures of the pages in both themes and widths, against the fake server: npm run build && npm run shots
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startFakeServer } from '../test/fake-server.mjs'
import { launchBrowser } from './browser.mjs'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
const looks = /** @type {const} */ ([
  { name: 'wide-light', width: 1280, height: 800, colorScheme: 'light', locale: 'en-US' },
  { name: 'wide-dark', width: 1280, height: 800, colorScheme: 'dark', locale: 'zh-CN' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light', locale: 'zh-CN' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark', locale: 'en-US' },
])

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
  const page = await browser.newPage({
    baseURL: fake.url,
    viewport: { width, height },
    colorScheme,
    locale,
  })
  let number = 0
  /** @param {string} what */
  const shoot = async (what) => {
    number += 1
    await page.screenshot({ path: `${folder}${name}-${number}-${what}.png` })
  }
  const composer = page.locator('textarea')
  /** @param {string} text */
  const ask = async (text) => {
    const before = await page.getByRole('article').count()
    await composer.fill(text)
    await composer.press('Enter')
    const done = page.locator('article[aria-busy=false]')
    await page
      .getByRole('article')
      .nth(before + 1)
      .and(done)
      .waitFor()
    await page.waitForTimeout(200)
  }
  page.setDefaultTimeout(10_000)
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill('nobody@example.com')
  await page.locator('input[type=password]').fill('wrong password')
  await page.locator('button[type=submit]').click()
  await page.getByRole('alert').waitFor()
  await shoot('sign-in')
  await page.goto('/register')
  await page.locator('input[type=email]').fill('li.wei@example.com')
  await page.locator('input[type=password]').fill('long enough password')
  await shoot('register')
  await page.locator('button[type=submit]').click()
  await page.locator('header [aria-haspopup=menu]').waitFor()
  await page.getByText('Assistant').last().waitFor()
  await page.waitForTimeout(200)
  await shoot('welcome')
  await page.locator('header [aria-haspopup=menu]').click()
  await page.getByRole('menuitemradio').first().waitFor()
  await page.waitForTimeout(200)
  await shoot('app-picker')
  await page.getByRole('menuitemradio', { name: 'Handbook' }).click()
  await ask('Show me Markdown, please')
  await shoot('answer')
  await page.locator('details').first().click()
  await page.locator('details').last().locator('summary').click()
  await shoot('folds-open')
  await composer.fill('fail')
  await composer.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.waitForTimeout(200)
  await shoot('failed')
  await composer.fill('refuse')
  await composer.press('Enter')
  await page.getByRole('alert').nth(1).waitFor()
  await shoot('refused')
  if (width < 768) {
    await page.locator('header button').first().click()
    await page.waitForTimeout(300)
    await shoot('drawer')
  }
  await page.getByRole('button', { name: /li\.wei/ }).click()
  await page.getByRole('menuitem').first().waitFor()
  await page.waitForTimeout(200)
  await shoot('account-menu')
  await page.getByRole('menuitem').first().click()
  await page.waitForURL(/admin/)
  await page.locator('main ul > li').first().waitFor()
  await shoot('admin')
  await page.locator('main button:has(svg)').filter({ hasText: /\S/ }).last().click()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(200)
  await shoot('add-app')
  await page.close()
  await fake.close()
}
