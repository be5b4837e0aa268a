import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { ask, askAndRead, atChat, composer, lastAnswer } from '../chat.mjs'
import { stories, story } from '../house.mjs'

/** @typedef {import('playwright-core').Page} Page */

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const cat = { name: 'cat.png', mimeType: 'image/png', buffer: PIXEL }

/** @param {Page} page @param {string} name */
async function choose(page, name) {
  await atChat(page)
  await page.getByRole('button', { name: /^Choose an app/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${name}\\b`) }).click()
  await page.getByRole('button', { name: `Choose an app: ${name}` }).waitFor()
}

/** @param {Page} page */
async function attach(page) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Attach files' }).click()
  await (await chooser).setFiles(cat)
  await page.getByRole('button', { name: 'Remove cat.png' }).waitFor()
}

stories('asking', () => {
  story('with a file keeps it over a reload', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Chat')
    await attach(page)
    await isAccessible(page, { within: 'main' })
    await askAndRead(page, 'What is this?')
    await page.reload()
    await page.getByRole('img', { name: 'cat.png' }).first().waitFor()
  })

  story('says before uploading what an app does not take', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Chat')
    await attach(page)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Attach files' }).click()
    await (await chooser).setFiles({ ...cat, name: 'empty.png', buffer: Buffer.alloc(0) })
    await page.getByRole('alert').filter({ hasText: 'empty.png is empty' }).waitFor()
  })

  story('an app with a form marks what is missing, then begins', async (house) => {
    const page = await house.open(await house.person(), { phone: true })
    await choose(page, 'Form')
    await page.getByRole('textbox', { name: 'Your name' }).waitFor()
    await isAccessible(page, { within: 'main' })
    await composer(page).fill('Hello')
    await page.getByRole('button', { name: 'Send message' }).click()
    await page.getByText('Please fill this in.').first().waitFor()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
    assert.equal(await page.getByRole('article').count(), 0)
  })

  story('a workflow is run with its form', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Workflow')
    await page.getByRole('textbox', { name: 'Topic' }).fill('Leases')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('button', { name: 'Run again' }).waitFor()
    await lastAnswer(page).locator('.markdown').first().waitFor()
  })

  story('a form of a workflow filled in half is there after a reload', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Approval')
    await ask(page, 'Invite the team to lunch.')
    const remark = page.getByRole('textbox', { name: /remark/ })
    await remark.fill('With cake')
    await page.waitForURL(/\/c\//)
    await page.reload()
    await page.getByText('Approve').first().waitFor()
    assert.equal(await remark.inputValue(), 'With cake')
    await isAccessible(page, { within: 'main' })
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('This form has been filled in.').waitFor()
  })

  story('feedback with a reason is still there after a reload', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Chat')
    await askAndRead(page, 'What is a lease?')
    await page.getByRole('button', { name: 'Bad answer' }).click()
    await page.getByRole('button', { name: 'Not correct' }).click()
    await isAccessible(page, { within: '[role=dialog]' })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.reload()
    await page.locator('button[aria-label="Bad answer"][aria-pressed=true]').waitFor()
  })

  story('goes on with what the app suggests', async (house) => {
    const page = await house.open(await house.person())
    await choose(page, 'Chat')
    await page
      .getByRole('list', { name: 'Suggested questions' })
      .getByRole('button')
      .first()
      .click()
    const next = page.getByRole('list', { name: 'What to ask next' }).getByRole('button').first()
    const text = (await next.innerText()).trim()
    await next.click()
    await page.getByRole('article', { name: 'You' }).filter({ hasText: text }).waitFor()
  })
})
