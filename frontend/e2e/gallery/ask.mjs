import { ask, askAndRead, atChat, chooseApp, composer, isComplete, lastAnswer } from '../chat.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../gallery.mjs').Scene} Scene */

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** @param {string} name */
const picture = (name) => ({ name, mimeType: 'image/png', buffer: PICTURE })

/** One file is there, one on its way, one refused. @param {Page} page */
async function attachThree(page) {
  await page.route('**/chat/files', async (route) => {
    const body = route.request().postData() ?? ''
    // Never answered: it stays on its way.
    if (body.includes('on-its-way')) return
    if (!body.includes('far-too-large')) return route.continue()
    await route.fulfill({
      status: 413,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        code: 'payload_too_large',
        detail: 'the app takes files of this type up to 10 MB',
      }),
    })
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      picture('kitchen.png'),
      picture('a photograph with a long name that is on-its-way.png'),
      picture('far-too-large.png'),
    ])
  await page.locator('main li').filter({ hasText: 'far-too-large' }).getByRole('alert').waitFor()
}

/** @param {string} name @param {Scene['ready']} ready @returns {Scene} */
const scene = (name, ready) => ({ name: `ask-${name}`, who: 'person', path: '/', ready })

export default [
  scene('welcome-one-app', async ({ page }) => {
    await page.route(/\/api\/v1\/apps\?/, async (route) => {
      const response = await route.fetch()
      const apps = await response.json()
      await route.fulfill({ response, json: { ...apps, data: apps.data.slice(0, 1) } })
    })
    await page.reload()
    await atChat(page)
    await page.getByRole('list', { name: /^(Suggested questions|建议的问题)$/ }).waitFor()
  }),
  scene('form-app', async ({ page }) => {
    await chooseApp(page, 'Form')
    await page.getByRole('textbox', { name: 'Your name' }).waitFor()
  }),
  scene('form-missing', async ({ page }) => {
    await chooseApp(page, 'Form')
    await page.getByRole('textbox', { name: 'Your name' }).waitFor()
    await composer(page).fill('Hello')
    await page.locator('button[type=submit]').last().click()
    await page.locator('[aria-invalid=true]').first().waitFor()
  }),
  scene('workflow', async ({ page }) => {
    await chooseApp(page, 'Workflow')
    await page.getByRole('textbox', { name: 'Topic' }).fill('Leases')
  }),
  scene('workflow-ran', async ({ page }) => {
    await chooseApp(page, 'Workflow')
    await page.getByRole('textbox', { name: 'Topic' }).fill('Leases')
    await page.locator('button[type=submit]').last().click()
    await isComplete(lastAnswer(page))
  }),
  scene('dictation', async ({ page }) => {
    await page.context().grantPermissions(['microphone'])
    await chooseApp(page, 'Chat')
    await page.getByRole('button', { name: /^(Dictate|语音输入)$/ }).click()
    await page.getByText('0:01', { exact: true }).waitFor()
  }),
  scene('dictation-refused', async ({ page }) => {
    await page.context().clearPermissions()
    await chooseApp(page, 'Chat')
    await page.getByRole('button', { name: /^(Dictate|语音输入)$/ }).click()
    await page.locator('form').getByRole('alert').waitFor()
  }),
  scene('follow-ups', async ({ page, say }) => {
    await chooseApp(page, 'Chat')
    await askAndRead(page, say('What is a lease?', '什么是租约？'))
    await page.getByRole('list', { name: say('What to ask next', '继续提问') }).waitFor()
  }),
  scene('feedback', async ({ page }) => {
    await chooseApp(page, 'Chat')
    await askAndRead(page, 'What is a lease?')
    await page.locator('button[aria-pressed]').last().click()
    await page.getByRole('dialog').getByRole('button').first().click()
  }),
  scene('shortcuts', async ({ page }) => {
    await atChat(page)
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog').locator('kbd').first().waitFor()
  }),
  scene('human-form-submitted', async ({ page }) => {
    await chooseApp(page, 'Approval')
    await ask(page, 'May I paint the walls?')
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText(/This form has been filled in|此表单已提交/).waitFor()
    await isComplete(lastAnswer(page))
  }),
  scene('human-form-expired', async ({ page }) => {
    await chooseApp(page, 'Chatflow')
    await ask(page, '!form 3')
    await page
      .getByText(/has expired|已过期/)
      .first()
      .waitFor()
  }),
  scene('human-form-fields', async ({ page }) => {
    await chooseApp(page, 'Chatflow')
    await ask(page, '!fields')
    await page.locator('article input, article select').first().waitFor()
  }),
  scene('attachments', async ({ page }) => {
    await chooseApp(page, 'Chat')
    await attachThree(page)
    await composer(page).fill('What is in these pictures?')
  }),
]
