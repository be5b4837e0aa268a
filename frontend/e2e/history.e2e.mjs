// What becomes of conversations, in Chromium against the fake server: npm run build && npm run e2e:history
// With SHOTS=1, pictures of it go into screenshots/.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startFakeServer } from '../test/fake-server.mjs'
import { launchBrowser } from './browser.mjs'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
const shots = process.env.SHOTS === '1'

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Awaited<ReturnType<typeof startFakeServer>>} */
let fake
/** @type {import('playwright-core').Page} */
let page
/** What the page has complained about. @type {string[]} */
let complaints

/** @param {string} name */
const button = (name) => page.getByRole('button', { name, exact: true })
/** @param {string} name */
const item = (name) => page.getByRole('menuitem', { name, exact: true })
/** @param {string} name */
const link = (name) => page.getByRole('navigation').getByRole('link', { name, exact: true })
const dialog = () => page.getByRole('dialog')
/** @param {string} label */
const field = (label) => dialog().getByLabel(label, { exact: true })
/** @param {string | RegExp} text */
const says = (text) => page.getByText(text).first().waitFor()

/** @param {string} name */
async function shoot(name) {
  if (!shots) return
  await page.waitForTimeout(250)
  await page.screenshot({ path: `${folder}history-${name}.png` })
}

/** @param {string} text */
async function ask(text) {
  await page.goto('/')
  await page.getByLabel('Message', { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)
  await page.locator('article[aria-busy=false]').nth(0).waitFor()
}

/** @param {string} title @param {string} choice */
async function choose(title, choice) {
  await link(title).hover()
  await button(`Options of ${title}`).click()
  await item(choice).click()
}

before(async () => {
  if (shots) mkdirSync(folder, { recursive: true })
  browser = await launchBrowser()
})
after(() => browser.close())
beforeEach(async () => {
  fake = await startFakeServer({ demo: true })
  const context = await browser.newContext({
    baseURL: fake.url,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (/\[Vue warn\]|Content Security|intlify/i.test(message.text())) {
      complaints.push(message.text())
    }
  })
  await page.goto('/register')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a bridge of seven planks')
  await button('Create account').click()
  await page.getByLabel('Message', { exact: true }).waitFor()
})
afterEach(async () => {
  await page.context().close()
  await fake.close()
  assert.deepEqual(complaints, [])
})

describe('the sidebar', () => {
  test('renames, pins, files, tags and narrows', async () => {
    await ask('Leases')
    await ask('Recipes')
    await choose('Leases', 'Rename')
    await field('Title').fill('Leases of 2026')
    await page.keyboard.press('Enter')
    await link('Leases of 2026').waitFor()

    await choose('Leases of 2026', 'Pin')
    await page.getByRole('heading', { name: 'Pinned' }).waitFor()

    await choose('Leases of 2026', 'Move to folder')
    await field('Folder').selectOption({ label: 'A new folder' })
    await field('Name of the folder').fill('Law')
    await shoot('move')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await button('Law 1').waitFor()

    await choose('Leases of 2026', 'Tags')
    await field('Tags').fill('合同，urgent')
    await shoot('tags')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Only with the tag').waitFor()

    await link('Recipes').hover()
    await button('Options of Recipes').click()
    await item('Rename').waitFor()
    await shoot('menu')
    await page.keyboard.press('Escape')
    await page.locator('[aria-label="Options of Recipes"]:focus').waitFor()

    await button('Law 1').click()
    await link('Recipes').waitFor({ state: 'detached' })
    await shoot('narrowed')
    await button('Show all').click()
    await link('Recipes').waitFor()

    await button('New folder').click()
    await field('Name of the folder').fill('Law')
    await page.keyboard.press('Enter')
    await says('There is a folder of this name already.')
    await page.keyboard.press('Escape')

    await button('Law 1').hover()
    await button('Options of the folder Law').click()
    await item('Delete').click()
    await dialog().getByRole('button', { name: 'Delete folder' }).click()
    await button('Law 1').waitFor({ state: 'detached' })
    await link('Leases of 2026').waitFor()
  })

  test('works without a mouse', async () => {
    await ask('Leases')
    await link('Leases').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await item('Rename').waitFor()
    await page.keyboard.press('Enter')
    await field('Title').fill('By hand')
    await page.keyboard.press('Enter')
    await link('By hand').waitFor()
  })

  test('exports a conversation under its title', async () => {
    await ask('Leases')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      choose('Leases', 'Export as Markdown'),
    ])
    assert.equal(saved.suggestedFilename(), 'Leases.md')
    assert.equal(await readFile(await saved.path(), 'utf8'), '# Leases\n')
  })

  test('deletes with a way back, and leaves what is open', async () => {
    await ask('Leases')
    await choose('Leases', 'Delete')
    await says('Moved to the trash.')
    await page.waitForURL(`${fake.url}/`)
    await shoot('undo')
    await button('Undo').click()
    await link('Leases').waitFor()
  })
})

describe('archive and trash', () => {
  test('give back, and delete for good when it is confirmed', async () => {
    for (const title of ['One', 'Two', 'Three']) await ask(title)
    await choose('One', 'Archive')
    await says('Archived.')
    await choose('Two', 'Delete')
    await choose('Three', 'Delete')

    await page.getByRole('link', { name: 'Archive and trash' }).click()
    await button('Unarchive One').waitFor()
    await shoot('archive')
    await button('Unarchive One').click()
    await says('Nothing is archived.')
    await link('One').waitFor()

    await link('Trash').click()
    await button('Restore Two').click()
    await link('Two').waitFor()
    await button('Delete Three for good').click()
    await shoot('forever')
    await dialog().getByRole('button', { name: 'Delete for good' }).click()
    await says('The trash is empty.')

    await button('Delete all conversations').click()
    await dialog().getByRole('button', { name: 'Delete all conversations' }).click()
    await button('Restore Two').waitFor()
    await shoot('trash')
    await button('Empty trash').click()
    await dialog().getByRole('button', { name: 'Empty trash' }).click()
    await says('The trash is empty.')
    await says('2 conversations were deleted for good.')
  })
})

describe('the search', () => {
  test('opens with a key, marks what it finds and shows it as text', async () => {
    await ask('<b>Leases</b> of flats')
    await ask('Recipes')
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('leases')
    await says('One conversation found')
    assert.equal(await dialog().locator('mark').first().textContent(), 'Leases')
    assert.equal(await dialog().locator('b').count(), 0)
    await shoot('search')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await says('<b>Leases</b> of flats')
  })

  test('goes on with older conversations when it is asked to', async () => {
    await ask('older')
    await button('Search').click()
    await page.getByRole('searchbox').fill('older')
    await says('Nothing is found among the newer conversations.')
    await button('Search older conversations').click()
    await says('One conversation found')
  })
})

describe('a temporary chat', () => {
  test('is not listed until it is kept', async () => {
    await page.getByRole('switch', { name: 'Temporary chat' }).click()
    await shoot('temporary-new')
    await page.getByLabel('Message', { exact: true }).fill('Between us')
    await page.keyboard.press('Enter')
    await button('Keep this conversation').waitFor()
    await page.locator('article[aria-busy=false]').nth(0).waitFor()
    await shoot('temporary')
    assert.equal(await link('Between us').count(), 0)
    await button('Keep this conversation').click()
    await link('Between us').waitFor()
    assert.equal(await button('Keep this conversation').count(), 0)
  })
})

describe('a shared conversation', () => {
  test('is read by its link, after signing in where that is asked, until it is revoked', async () => {
    await ask('Show me Markdown')
    await page.waitForTimeout(500)
    await choose('Show me Markdown', 'Share')
    await dialog().getByRole('button', { name: 'Make link' }).click()
    const url = (await dialog().locator('pre').textContent()) ?? ''
    await shoot('share')
    assert.match(url, new RegExp(`^${fake.url}/shared#token=`))
    await button('Done').click()

    const owner = page
    const stranger = await browser.newContext({ baseURL: fake.url, locale: 'en-US' })
    page = await stranger.newPage()
    await page.goto(url)
    await says('This conversation is shared with people who have an account here.')
    await shoot('shared-sign-in')
    await button('Sign in').click()
    assert.equal(page.url().includes('token'), false)
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password', { exact: true }).fill('a bridge of seven planks')
    await button('Sign in').click()
    await page.getByRole('heading', { name: 'Show me Markdown' }).first().waitFor()
    assert.equal(page.url(), url)
    await shoot('shared')
    await stranger.close()

    fake.state.sharing = 'public'
    const anybody = await browser.newContext({ baseURL: fake.url, locale: 'zh-CN' })
    page = await anybody.newPage()
    await page.goto(url)
    await says('分享的对话')

    const anyone = page
    page = owner
    await page.goto('/account')
    await button('Revoke the link to Show me Markdown').click()
    await dialog().getByRole('button', { name: 'Revoke', exact: true }).click()
    await says('You share nothing.')
    await anyone.reload()
    await anyone.getByText('此链接无效').waitFor()
    await anybody.close()
  })
})

describe('the account page', () => {
  test('takes all conversations home and brings others', async () => {
    await ask('Leases')
    await page.goto('/account')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button('Export as JSON').click(),
    ])
    const file = await saved.path()
    await button('Import').click()
    await field('File').setInputFiles(file)
    await shoot('import')
    await dialog().getByRole('button', { name: 'Import' }).click()
    await says(/One conversation was imported\./)
    await says('Files are not imported (2)')
    await shoot('imported')
  })
})
