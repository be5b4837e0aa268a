// What becomes of conversations: sidebar, search, archive and trash, temporary ones, shared ones.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { isAccessible } from '../accessible.mjs'
import { ask, isComplete, lastAnswer } from '../chat.mjs'
import { conversation, importTo } from '../conversations.mjs'
import { stories, story } from '../house.mjs'

/** @typedef {import('../house.mjs').House} House */
/** @typedef {import('playwright-core').Page} Page */

/** Somebody with conversations, each of one question that is its title. @param {House} house @param {string[]} titles */
async function keeper(house, ...titles) {
  const person = await house.person()
  const turns = titles.map((title) => conversation(title, [[title, `About ${title}.`]]))
  if (turns.length > 0) await importTo(person, turns)
  return person
}

/** @param {Page} page */
const dialog = (page) => page.getByRole('dialog')
/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true })
/** @param {Page} page @param {string} name */
const item = (page, name) => page.getByRole('menuitem', { name, exact: true })
/** @param {Page} page @param {string} name */
const link = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true })
/** @param {Page} page @param {string} label */
const field = (page, label) => dialog(page).getByLabel(label, { exact: true })
/** @param {Page} page @param {string | RegExp} text */
const says = (page, text) => page.getByText(text).first().waitFor()
/** @param {Page} page @param {string} name */
const confirm = (page, name) => dialog(page).getByRole('button', { name, exact: true }).click()

/** @param {Page} page @param {string} title @param {string} choice */
async function choose(page, title, choice) {
  await link(page, title).hover()
  await button(page, `Options of ${title}`).click()
  await item(page, choice).click()
}

stories('conversations', () => {
  story('are renamed, pinned, filed, tagged and narrowed in the sidebar', async (house) => {
    const page = await house.open(await keeper(house, 'Leases', 'Recipes'))
    await choose(page, 'Leases', 'Rename')
    await field(page, 'Title').fill('Leases of 2026')
    await page.keyboard.press('Enter')
    await link(page, 'Leases of 2026').waitFor()

    await choose(page, 'Leases of 2026', 'Pin')
    await page.getByRole('heading', { name: 'Pinned' }).waitFor()

    await choose(page, 'Leases of 2026', 'Move to folder')
    await field(page, 'Folder').selectOption({ label: 'A new folder' })
    await field(page, 'Name of the folder').fill('Law')
    await isAccessible(page, { within: '[role=dialog]' })
    await confirm(page, 'Save')
    await button(page, 'Law 1').waitFor()

    await choose(page, 'Leases of 2026', 'Tags')
    await field(page, 'Tags').fill('合同，urgent')
    await confirm(page, 'Save')
    await page.getByLabel('Only with the tag').waitFor()

    await button(page, 'Law 1').click()
    await link(page, 'Recipes').waitFor({ state: 'detached' })
    await button(page, 'Show all').click()
    await link(page, 'Recipes').waitFor()

    await button(page, 'New folder').click()
    await field(page, 'Name of the folder').fill('Law')
    await page.keyboard.press('Enter')
    await says(page, 'There is a folder of this name already.')
    await page.keyboard.press('Escape')

    await button(page, 'Law 1').hover()
    await button(page, 'Options of the folder Law').click()
    await item(page, 'Delete').click()
    await confirm(page, 'Delete folder')
    await button(page, 'Law 1').waitFor({ state: 'detached' })
    await link(page, 'Leases of 2026').waitFor()
  })

  story('are renamed without a mouse, and the focus comes back', async (house) => {
    const page = await house.open(await keeper(house, 'Leases'))
    await link(page, 'Leases').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await item(page, 'Rename').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[aria-label="Options of Leases"]:focus').waitFor()
    await page.keyboard.press('Enter')
    await item(page, 'Rename').waitFor()
    await page.keyboard.press('Enter')
    await field(page, 'Title').fill('By hand')
    await page.keyboard.press('Enter')
    await link(page, 'By hand').waitFor()
  })

  story('are exported under their titles', async (house) => {
    const page = await house.open(await keeper(house, 'Leases'))
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      choose(page, 'Leases', 'Export as Markdown'),
    ])
    assert.equal(saved.suggestedFilename(), 'Leases.md')
    assert.match(await readFile(await saved.path(), 'utf8'), /About Leases\.[^]*End of the export/)
  })

  story('leave with a way back, and for good when that is confirmed', async (house) => {
    const page = await house.open(await keeper(house, 'One', 'Two', 'Three'))
    await link(page, 'Two').click()
    await choose(page, 'Two', 'Delete')
    await says(page, 'Moved to the trash.')
    await page.waitForURL(({ pathname }) => pathname === '/')
    await button(page, 'Undo').click()
    await link(page, 'Two').waitFor()
    await choose(page, 'One', 'Archive')
    await says(page, 'Archived.')
    await choose(page, 'Two', 'Delete')
    await link(page, 'Two').waitFor({ state: 'detached' })
    await choose(page, 'Three', 'Delete')
    await link(page, 'Three').waitFor({ state: 'detached' })

    await page.getByRole('link', { name: 'Archive and trash' }).click()
    await button(page, 'Unarchive One').click()
    await says(page, 'Nothing is archived.')
    await link(page, 'One').waitFor()

    await link(page, 'Trash').click()
    await button(page, 'Restore Two').click()
    await link(page, 'Two').waitFor()
    await button(page, 'Delete Three for good').click()
    await confirm(page, 'Delete for good')
    await says(page, 'The trash is empty.')

    await button(page, 'Delete all conversations').click()
    await confirm(page, 'Delete all conversations')
    await button(page, 'Restore Two').waitFor()
    await button(page, 'Empty trash').click()
    await confirm(page, 'Empty trash')
    await says(page, '2 conversations were deleted for good.')
  })

  story('are found by a key, with what matches marked and shown as text', async (house) => {
    const page = await house.open(await keeper(house, '<b>Leases</b> of flats', 'Recipes'))
    await link(page, 'Recipes').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('leases')
    await says(page, 'One conversation found')
    assert.equal(await dialog(page).locator('mark').first().textContent(), 'Leases')
    assert.equal(await dialog(page).locator('b').count(), 0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('article').filter({ hasText: '<b>Leases</b> of flats' }).first().waitFor()
  })

  story('may be temporary, until one is kept', async (house) => {
    const page = await house.open(await house.person())
    await page.getByRole('switch', { name: 'Temporary chat' }).click()
    await ask(page, 'Between us')
    await button(page, 'Keep this conversation').waitFor()
    await isComplete(lastAnswer(page))
    const listed = page.getByRole('navigation', { name: 'Conversations' }).getByRole('link')
    assert.equal(await listed.filter({ hasText: 'Between us' }).count(), 0)
    await button(page, 'Keep this conversation').click()
    await button(page, 'Keep this conversation').waitFor({ state: 'detached' })
    await listed.first().waitFor()
  })

  story(
    'are read by a link, after signing in where that is asked, until it is revoked',
    async (house) => {
      const reader = await house.person({ name: 'Reader' })
      const page = await house.open(await keeper(house, 'Leases'))
      await choose(page, 'Leases', 'Share')
      await confirm(page, 'Make link')
      const url = (await dialog(page).locator('pre').textContent()) ?? ''
      assert.match(url, /\/shared#token=/)
      await button(page, 'Done').click()

      const stranger = await house.open(null, { path: url })
      await says(stranger, 'This conversation is shared with people who have an account here.')
      await button(stranger, 'Sign in').click()
      await stranger.waitForURL(/\/sign-in/)
      assert.equal(stranger.url().includes('token'), false)
      await stranger.getByLabel('E-mail').fill(reader.email)
      await stranger.getByLabel('Password', { exact: true }).fill(reader.password)
      await button(stranger, 'Sign in').click()
      await stranger.getByRole('heading', { name: 'Leases' }).first().waitFor()
      await says(stranger, 'About Leases.')
      await isAccessible(stranger)

      await house.withSettings({ sharing: 'public' }, async () => {
        const anybody = await house.open(null, { path: url, locale: 'zh-CN' })
        await says(anybody, '分享的对话')
        await says(anybody, 'About Leases.')
      })

      await page.goto('/settings/data')
      await button(page, 'Revoke the link to Leases').click()
      await confirm(page, 'Revoke')
      await says(page, 'You share nothing.')
      await stranger.reload()
      await says(stranger, 'This link does not work')
    },
  )

  story('are taken along and brought to another account', async (house) => {
    const page = await house.open(await keeper(house, 'Leases'), { path: '/settings/data' })
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Export as JSON').click(),
    ])
    const other = await house.open(await house.person({ name: 'Other' }), {
      path: '/settings/data',
    })
    await button(other, 'Import').click()
    await field(other, 'File').setInputFiles(await saved.path())
    await confirm(other, 'Import')
    await says(other, /One conversation was imported\./)
    await other.goto('/')
    await link(other, 'Leases').waitFor()
  })
})
