// What the web app costs in a browser, as tables for docs/performance.md:
//   npm run measure -- --base-url http://localhost:8080
import { answerTo, ask, atChat, composer, isComplete } from './chat.mjs'
import { launchBrowser } from './browser.mjs'
import { conversation, importTo } from './conversations.mjs'
import { House } from './house.mjs'
import { pace, smoothness, visit, watch } from './vitals.mjs'

/** @typedef {import('playwright-core').Page} Page */

const TURNS = 1_000
const CHARACTERS = 200_000

const house = new House(await launchBrowser())
/** @type {string[]} */
const table = []
try {
  const ada = await house.person()
  for (const slow of [false, true]) await visits(ada, slow)
  console.log(
    `\n| page | first paint | FCP | LCP | usable | TBT | CLS | requests | JS sent | JS decoded | CSS sent |\n` +
      `| --- ${'| ---: '.repeat(10)}|\n${table.splice(0).join('\n')}`,
  )
  for (const slow of [false, true]) await firstToken(ada, slow)
  await longAnswer(ada)
  await longConversation(ada)
  console.log(
    `\n| what | took | frames | late frames (> 34 ms) | worst frame | long tasks | longest |\n` +
      `| --- ${'| ---: '.repeat(6)}|\n${table.join('\n')}`,
  )
  if (house.complaints.length > 0)
    console.log(`\nThe pages complained:\n${house.complaints.join('\n')}`)
} finally {
  await house.browser.close()
}

/** @param {import('./person.mjs').Person} ada @param {boolean} slow */
async function visits(ada, slow) {
  const how = slow ? 'slow 4G, CPU ÷ 4' : 'local'
  const pages = /** @type {const} */ ([
    ['sign-in', null, '/sign-in', (/** @type {Page} */ page) => page.locator('h1').waitFor()],
    ['chat', ada, '/', atChat],
  ])
  for (const [name, who, path, ready] of pages) {
    const context = await house.context(who)
    context.setDefaultTimeout(60_000)
    const page = await watched(context)
    for (const cache of ['cold', 'warm']) {
      const told = await visit(page, path, slow, () => ready(page))
      if (told.strangers > 0) throw new Error(`${name} asks others ${told.strangers} times`)
      table.push(
        `| ${name}, ${cache}, ${how} | ${ms(told.firstPaint)} | ${ms(told.fcp)} | ${ms(told.lcp)} | ${ms(told.usable)} ` +
          `| ${ms(told.tbt)} | ${told.cls.toFixed(3)} | ${told.requests} | ${kb(told.js)} | ${kb(told.jsDecoded)} | ${kb(told.css)} |`,
      )
    }
    await context.close()
  }
}

/** From the key press to the first word of the answer on the screen. @param {import('./person.mjs').Person} ada @param {boolean} slow */
async function firstToken(ada, slow) {
  const context = await house.context(ada)
  const page = await watched(context)
  await page.goto('/')
  await atChat(page)
  await pace(page, slow)
  const times = []
  for (let round = 0; round < 5; round += 1) {
    const text = `Question ${round}`
    await composer(page).fill(text)
    const shown = page.evaluate(async () => {
      const words = () => {
        const texts = [...document.querySelectorAll('article')].at(-1)?.querySelector('.markdown')
        return texts?.textContent ?? ''
      }
      /** @type {number} */
      const pressed = await new Promise((resolve) =>
        addEventListener('keydown', () => resolve(performance.now()), {
          once: true,
          capture: true,
        }),
      )
      const count = document.querySelectorAll('article').length
      while (document.querySelectorAll('article').length === count || words() === '') {
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return performance.now() - pressed
    })
    await composer(page).press('Enter')
    times.push(await shown)
    await isComplete(answerTo(page, text))
  }
  times.sort((one, other) => one - other)
  const how = slow ? 'slow 4G, CPU ÷ 4' : 'local'
  table.push(`| Enter to first word shown, ${how} (median of 5) | ${ms(times[2] ?? 0)} | | | | | |`)
  await context.close()
}

/** @param {import('./person.mjs').Person} ada */
async function longAnswer(ada) {
  const context = await house.context(ada)
  const page = await watched(context)
  await page.goto('/')
  await atChat(page)
  const question = `!long ${CHARACTERS}`
  report(
    `an answer of ${CHARACTERS.toLocaleString('en')} characters, streamed`,
    await smoothness(page, async () => {
      await ask(page, question)
      await page
        .locator('article[aria-busy=false]')
        .and(answerTo(page, question))
        .waitFor({ timeout: 300_000 })
    }),
  )
  await context.close()
}

/** @param {import('./person.mjs').Person} ada */
async function longConversation(ada) {
  const answer = '**Yes.** '.repeat(20) + '\n\n1. One\n2. Two\n\n```js\nconst a = 1\n```\n'
  const [id] = await importTo(ada, [
    conversation(
      'A long one',
      Array.from({ length: TURNS }, (_, turn) => [
        `Question ${turn + 1}`,
        `${turn + 1}. ${answer}`,
      ]),
    ),
  ])
  const context = await house.context(ada)
  const page = await watched(context)
  await page.goto('/')
  await atChat(page)
  const began = Date.now()
  await page.goto(`/c/${id}`)
  await page.getByText(`Question ${TURNS}`, { exact: true }).waitFor()
  const messages = (2 * TURNS).toLocaleString('en')
  table.push(
    `| a conversation of ${messages} messages, opened | ${ms(Date.now() - began)} | | | | | |`,
  )
  const list = await page.getByRole('article').last().boundingBox()
  await page.mouse.move((list?.x ?? 0) + 50, (list?.y ?? 0) + 5)
  report(
    `the same, scrolled up by 60 000 pixels`,
    await smoothness(page, async () => {
      for (let step = 0; step < 120; step += 1) await page.mouse.wheel(0, -500)
      await page.waitForTimeout(500)
    }),
  )
  const shown = await page.getByRole('article').count()
  console.log(`\nOf ${messages} messages ${shown} are in the page after scrolling.`)
  await context.close()
}

/** @param {import('playwright-core').BrowserContext} context */
async function watched(context) {
  const page = await context.newPage()
  await page.addInitScript(watch)
  return page
}

/** @param {string} what @param {Awaited<ReturnType<typeof smoothness>>} told */
function report(what, { milliseconds, frames, late, worst, longTasks, longest }) {
  table.push(
    `| ${what} | ${ms(milliseconds)} | ${frames} | ${late} | ${ms(worst)} | ${longTasks} | ${ms(longest)} |`,
  )
}

/** @param {number} value */
function ms(value) {
  return value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`
}

/** @param {number} bytes */
function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`
}
