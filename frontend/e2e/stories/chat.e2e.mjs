// The heart of it: a question, and an answer that nothing can take away.
import assert from 'node:assert/strict'
import {
  answerOf,
  answerTo,
  ask,
  askAndRead,
  atChat,
  composer,
  hasText,
  isAsStored,
  isComplete,
  stopButton,
  textOf,
} from '../chat.mjs'
import { baseUrl } from '../arguments.mjs'
import { stories, story } from '../house.mjs'
import { startWire } from '../wire.mjs'

/** The words make the simulator of Dify answer slowly: so many pieces, so many milliseconds apart. */
const SLOWLY = '!timed 30 100'
const VERY_SLOWLY = '!timed 600 100'

stories('a chat', () => {
  story('goes on after its first answer, and is there after a reload', async (house) => {
    const page = await house.open(await house.person())
    const streamed = page.waitForResponse('**/api/v1/chat/stream')
    await ask(page, 'What is a lease?')
    const response = await streamed
    assert.equal(response.status(), 200)
    assert.match(response.headers()['content-type'] ?? '', /^text\/event-stream/)
    await page.waitForURL(/\/c\/[^/]+$/)
    const address = page.url()
    await isComplete(answerOf(page, 1))
    await askAndRead(page, 'And who signs it?')
    assert.equal(page.url(), address)
    await isAsStored(page, 'And who signs it?')
    await page
      .getByRole('navigation', { name: 'Conversations' })
      .getByRole('link', { name: /lease/i })
      .waitFor()
  })

  story('follows an answer through a reload in its midst', async (house) => {
    const page = await house.open(await house.person())
    await ask(page, SLOWLY)
    await hasText(answerTo(page, SLOWLY))
    await page.reload()
    await stopButton(page).waitFor()
    await isComplete(answerTo(page, SLOWLY))
    await isAsStored(page, SLOWLY)
  })

  story('takes an answer up again when the network is cut', async (house) => {
    const wire = await startWire(new URL(baseUrl))
    try {
      house.allow(/net::ERR_/)
      const page = await house.open(await house.person(), { baseURL: wire.url })
      await ask(page, SLOWLY)
      await hasText(answerTo(page, SLOWLY))
      const resumed = page.waitForRequest(/\/chat\/turns\/[^/]+\/events/)
      wire.cut()
      assert.ok(Number((await resumed).headers()['last-event-id']) > 0)
      await isComplete(answerTo(page, SLOWLY))
      await isAsStored(page, SLOWLY)
    } finally {
      wire.close()
    }
  })

  story('stops an answer and keeps what was said', async (house) => {
    const page = await house.open(await house.person())
    await ask(page, VERY_SLOWLY)
    await hasText(answerTo(page, VERY_SLOWLY))
    await stopButton(page).click()
    await isComplete(answerTo(page, VERY_SLOWLY))
    await answerTo(page, VERY_SLOWLY)
      .getByText(/^This answer was stopped/)
      .waitFor()
    await isAsStored(page, VERY_SLOWLY)
    await askAndRead(page, 'And now?')
  })

  story('is written by thumb on a phone, in Chinese', async (house) => {
    const page = await house.open(await house.person({ language: 'zh-CN' }), {
      phone: true,
      dark: true,
      locale: 'zh-CN',
    })
    await atChat(page)
    await composer(page).tap()
    await composer(page).fill('租约是什么？')
    await page.getByRole('button', { name: '发送' }).tap()
    await isComplete(answerOf(page, 1))
    assert.notEqual(await textOf(answerOf(page, 1)), '')
    // Nothing is wider than the screen.
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.equal(width, 390)
  })
})
