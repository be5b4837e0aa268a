// Long conversations and long answers stay smooth; nothing is asserted of times, which are told instead.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { answerTo, ask, atChat, composer, hasText, isComplete, lastAnswer } from '../chat.mjs'
import { stories, story } from '../house.mjs'

const PAIRS = 1000
const START = Date.parse('2026-01-01T00:00:00Z')

/** @param {string} slug */
function longConversation(slug) {
  const at = (/** @type {number} */ n) => new Date(START + n * 60_000).toISOString()
  const messages = Array.from({ length: PAIRS }, (_, n) => [
    {
      role: 'user',
      content: n === 17 ? 'Where is the needle?' : `Question number ${n}`,
      at: at(2 * n),
    },
    {
      role: 'assistant',
      content: `## Answer ${n}\n\n${'Some words of it. '.repeat((n % 9) + 1)}\n\n- one\n- two\n\n\`\`\`js\nconst n = ${n}\n\`\`\`\n`,
      at: at(2 * n + 1),
    },
  ])
    .flat()
    .map(({ at: created_at, ...message }, index) => ({
      ...message,
      id: idOf(index),
      ...(index > 0 && { parent_id: idOf(index - 1) }),
      status: 'completed',
      created_at,
      files: [],
    }))
  return {
    format: 'rechat-conversations',
    version: 1,
    exported_at: at(3 * PAIRS),
    conversations: [
      {
        id: idOf(99_999),
        app: { slug, name: 'Chat', id: idOf(99_998) },
        title: 'A very long one',
        pinned: false,
        archived: false,
        tags: [],
        created_at: at(0),
        updated_at: at(2 * PAIRS),
        messages,
      },
    ],
  }
}

/** @param {number} n */
function idOf(n) {
  return `01a1aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** Counts frames and long tasks of a page from now on. @param {import('playwright-core').Page} page */
async function watchFrames(page) {
  await page.evaluate(() => {
    const seen = { longTasks: /** @type {number[]} */ ([]), frames: 0, worst: 0, begin: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(Math.round(duration))
    }).observe({ type: 'longtask' })
    seen.begin = performance.now()
    let last = seen.begin
    const tick = (/** @type {number} */ now) => {
      seen.frames += 1
      seen.worst = Math.max(seen.worst, now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
}

/** @param {import('playwright-core').Page} page @param {string} what */
async function tellFrames(page, what) {
  const told = await page.evaluate(() => {
    const { seen } = /** @type {any} */ (globalThis)
    const seconds = (performance.now() - seen.begin) / 1000
    return {
      seconds: seconds.toFixed(1),
      framesPerSecond: Math.round(seen.frames / seconds),
      worstFrameMs: Math.round(seen.worst),
      longTasks: seen.longTasks.length,
      longestTaskMs: Math.max(0, ...seen.longTasks),
    }
  })
  console.log(`# ${what}: ${JSON.stringify(told)}`)
}

/** @param {import('playwright-core').Page} page */
function articlesInPage(page) {
  return page.getByRole('article').count()
}

/** A touch keyboard's Enter makes a line. @param {import('playwright-core').Page} page @param {string} text */
async function send(page, text) {
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

stories('long things', () => {
  story('a conversation of 2000 messages opens at its end and scrolls', async (house) => {
    const ada = await house.person()
    const { data } = await ada.api('GET', '/apps')
    const { conversations } = await ada.api(
      'POST',
      `/conversations/import?app_id=${data[0].id}`,
      longConversation(data[0].slug),
    )
    const page = await house.open(ada)
    await atChat(page)
    const begin = Date.now()
    await page.goto(`/c/${conversations[0].id}`)
    await page.getByText(`Question number ${PAIRS - 1}`).waitFor()
    console.log(`# opened after ${Date.now() - begin} ms`)
    assert.ok((await articlesInPage(page)) < 60)
    await isAccessible(page, { within: 'main' })

    await watchFrames(page)
    const scroller = page.getByRole('region', { name: 'Messages' })
    await scroller.hover()
    for (let turns = 0; turns < 60; turns += 1) {
      await page.mouse.wheel(0, -1500)
      await page.waitForTimeout(30)
    }
    await tellFrames(page, 'scrolling 90 000 px back')
    assert.ok((await articlesInPage(page)) < 60)

    await page.getByRole('button', { name: /newest message/ }).click()
    await page.getByText(`Question number ${PAIRS - 1}`).waitFor()

    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('needle')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Where is the needle/ })
      .click()
    const found = page.getByRole('article', { name: 'You' }).filter({ hasText: 'needle' })
    await found.waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('article[data-marked]'))
    const box = await found.boundingBox()
    assert.ok(box && box.y > 0 && box.y < 400, JSON.stringify(box))
    assert.ok((await articlesInPage(page)) < 60)
  })

  story('an answer of 200 000 characters comes in frames', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await watchFrames(page)
    await ask(page, '!long 200000')
    const answer = answerTo(page, '!long 200000')
    const whole = page.locator('article[aria-busy=false]').and(answer)
    await whole.waitFor({ timeout: 120_000 })
    await tellFrames(page, 'an answer of 200 000 characters')
    const distance = await page
      .getByRole('region', { name: 'Messages' })
      .evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight)
    assert.ok(distance < 4, String(distance))
  })

  story('an answer lets its reader scroll away and says that there is more', async (house) => {
    const page = await house.open(await house.person(), { phone: true, dark: true })
    await atChat(page)
    for (const question of ['What is a lease?', 'And who signs it?', 'Why?']) {
      await send(page, question)
      await isComplete(answerTo(page, question))
    }
    await send(page, '!timed 40 100')
    await hasText(answerTo(page, '!timed'))
    const scroller = page.getByRole('region', { name: 'Messages' })
    await scroller.evaluate((it) => {
      it.dispatchEvent(new WheelEvent('wheel', { deltaY: -400 }))
      it.scrollBy(0, -400)
    })
    const place = await scroller.evaluate((it) => it.scrollTop)
    await isComplete(lastAnswer(page))
    assert.ok(Math.abs((await scroller.evaluate((it) => it.scrollTop)) - place) < 30)
    await page.getByRole('button', { name: /there is something new/ }).click()
    await page.getByRole('button', { name: /newest message/ }).waitFor({ state: 'detached' })
  })
})
