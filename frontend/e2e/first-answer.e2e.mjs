// Against a running product: an account is made, the first app is asked, and its answer streams, is
// stored, and is still there after a reload; one that is under way goes on after a reload and over a lost
// connection, and ends when it is told to stop.
//   npm run e2e -- --base-url http://localhost:8080
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.mjs'
import { startWire } from './wire.mjs'

const { values } = parseArgs({
  options: { 'base-url': { type: 'string', default: 'http://localhost:8080' } },
})

/** @type {import('playwright-core').Browser} */
let browser
/** @type {import('playwright-core').Page} */
let page
/** @type {Awaited<ReturnType<typeof startWire>>} */
let wire
/** @type {string[]} */
const complaints = []

before(async () => {
  browser = await launchBrowser()
  wire = await startWire(new URL(values['base-url']))
  const context = await browser.newContext({ baseURL: wire.url, locale: 'en-US' })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Before the first sign-in there is no refresh cookie, and the browser reports its 401 as an error; so it
    // does with the connections that are cut here.
    const expected =
      message.location().url.endsWith('/auth/refresh') ||
      (wire.wasCut && /net::ERR_/.test(message.text()))
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
})
after(async () => {
  await browser?.close()
  wire?.close()
})

describe('the product in a browser', () => {
  test('a new account gets a streamed answer that survives a reload', async () => {
    const question = `Hello, this is question ${Date.now()}`
    try {
      await register()
      const answer = await askFirstQuestion(question)
      await findAfterReload(question, answer)
      await continueConversation()
      await goOnAfterReload()
      await goOnAfterLostConnection()
      await stopAnswer()
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
  // The page before has fields of the same names.
  await page.getByRole('heading', { name: 'Create your account' }).waitFor()
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

/** The words make the simulator of Dify answer slowly: so many pieces, so many milliseconds apart. */
const SLOWLY = '!timed 40 100'
const VERY_SLOWLY = '!timed 600 100'

async function goOnAfterReload() {
  await ask(SLOWLY)
  await answerHasText(5)
  await page.reload()
  await stopButton().waitFor()
  await answerIsComplete(5)
  await isAsStored(5)
}

async function goOnAfterLostConnection() {
  await ask(SLOWLY)
  await answerHasText(7)
  const resumed = page.waitForRequest(/\/chat\/turns\/[^/]+\/events$/)
  wire.cut()
  assert.ok(Number((await resumed).headers()['last-event-id']) > 0)
  await answerIsComplete(7)
  await isAsStored(7)
}

async function stopAnswer() {
  await ask(VERY_SLOWLY)
  await answerHasText(9)
  await stopButton().click()
  await article(9)
    .getByText(/^This answer was stopped/)
    .waitFor()
  await answerIsComplete(9)
  assert.notEqual(await answerText(9), '')
}

/** Nothing was lost and nothing doubled on the way. @param {number} index */
async function isAsStored(index) {
  const shown = await answerText(index)
  await page.reload()
  await answerIsComplete(index)
  assert.equal(await answerText(index), shown)
}

/** @param {number} index */
async function answerHasText(index) {
  await article(index).locator('.markdown').filter({ hasText: /./ }).waitFor()
}

function stopButton() {
  return page.getByRole('button', { name: 'Stop', exact: true })
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
