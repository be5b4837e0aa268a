// Against a running product: an account is made, the first app is asked, and its answer streams, is
// stored, and is still there after a reload.
//   npm run e2e -- --base-url http://localhost:8080
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.mjs'

const { values } = parseArgs({
  options: { 'base-url': { type: 'string', default: 'http://localhost:8080' } },
})
const baseURL = values['base-url']

/** @type {import('playwright-core').Browser} */
let browser
/** @type {import('playwright-core').Page} */
let page
/** @type {string[]} */
const complaints = []

before(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ baseURL, locale: 'en-US' })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Before the first sign-in there is no refresh cookie, and the browser reports its 401 as an error.
    const expected = message.location().url.endsWith('/auth/refresh')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
})
after(() => browser?.close())

describe('the product in a browser', () => {
  test('a new account gets a streamed answer that survives a reload', async () => {
    const question = `Hello, this is question ${Date.now()}`
    try {
      await register()
      const answer = await askFirstQuestion(question)
      await findAfterReload(question, answer)
      await continueConversation()
      await signOut()
    } catch (error) {
      console.error(`At ${page.url()} the page said:\n${await page.locator('body').innerText()}`)
      throw error
    }
    assert.deepEqual(complaints, [])
  })
})

async function register() {
  await page.goto('/')
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('link', { name: 'Create account' }).click()
  await page.getByLabel('E-mail').fill(`e2e-${Date.now()}@example.com`)
  await page.getByLabel('Password').fill('correct horse battery staple')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('button', { name: /^Choose an app: ./ }).waitFor()
}

/** @param {string} question */
async function askFirstQuestion(question) {
  const streamed = page.waitForResponse('**/api/v1/chat/stream')
  await ask(question)
  const response = await streamed
  assert.equal(response.status(), 200)
  assert.match(response.headers()['content-type'] ?? '', /^text\/event-stream/)
  await page.waitForURL(/\/c\/[^/]+$/)
  await answerIsComplete(1)
  const told = await answerText(1)
  assert.notEqual(told, '')
  return told
}

/** @param {string} question @param {string} told */
async function findAfterReload(question, told) {
  await page.reload()
  await article(0).getByText(question).waitFor()
  await answerIsComplete(1)
  assert.equal(await answerText(1), told)
  await page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first().waitFor()
}

async function continueConversation() {
  const address = page.url()
  await ask('And a second question')
  await answerIsComplete(3)
  assert.equal(page.url(), address)
}

async function signOut() {
  await page.getByRole('button', { name: /^Account menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
}

/** @param {string} text */
async function ask(text) {
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill(text)
  await composer.press('Enter')
}

/** Questions and answers alternate, so the first answer is article 1. @param {number} index */
function article(index) {
  return page.getByRole('article').nth(index)
}

/** @param {number} index */
async function answerIsComplete(index) {
  await article(index).getByRole('button', { name: 'Copy answer' }).waitFor()
  assert.deepEqual(await page.getByRole('alert').allInnerTexts(), [])
}

/** @param {number} index */
async function answerText(index) {
  return (await article(index).locator('.markdown').innerText()).trim()
}
