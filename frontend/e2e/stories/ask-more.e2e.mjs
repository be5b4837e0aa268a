import assert from 'node:assert/strict'
import { askAndRead, chooseApp, composer } from '../chat.mjs'
import { stories, story } from '../house.mjs'

/** @typedef {import('playwright-core').Page} Page */

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const picture = (name = 'cat.png') => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(PIXEL, 'base64'),
})

/** @param {Page} page @param {...string} names */
async function attach(page, ...names) {
  await page.locator('input[type=file]').first().setInputFiles(names.map(picture))
}

/** @param {Page} page @param {string} name */
const chip = (page, name) => page.locator('main li').filter({ hasText: name })

/** @param {Page} page @param {string} name */
const isReady = (page, name) =>
  chip(page, name)
    .getByText(/ (kB|KB|B)$/)
    .waitFor()

/** A file as a paste or a drop carries it. @param {Page} page @param {'paste' | 'drop'} how @param {string} name @param {string} type */
async function bring(page, how, name, type) {
  await page.evaluate(
    ({ how, name, type, pixel }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(pixel), (it) => it.charCodeAt(0))
      data.items.add(new File([bytes], name, { type }))
      const target = document.querySelector('[data-composer]')
      const init = { bubbles: true, cancelable: true }
      if (how === 'paste') {
        target?.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }))
        return
      }
      const main = document.querySelector('main')
      main?.dispatchEvent(new DragEvent('dragenter', { ...init, dataTransfer: data }))
      main?.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: data }))
    },
    { how, name, type, pixel: PIXEL },
  )
  if (how === 'paste') return
  await page.getByText('Drop files here to attach them').waitFor()
  await page.evaluate(
    ({ name, type, pixel }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(pixel), (it) => it.charCodeAt(0))
      data.items.add(new File([bytes], name, { type }))
      const init = { bubbles: true, cancelable: true, dataTransfer: data }
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', init))
    },
    { name, type, pixel: PIXEL },
  )
  await page.getByText('Drop files here to attach them').waitFor({ state: 'hidden' })
}

/** Holds uploads until the story lets them go on. @param {Page} page */
async function holdUploads(page) {
  /** @type {() => void} */
  let release = () => undefined
  const released = new Promise((resolve) => (release = () => resolve(undefined)))
  await page.route('**/chat/files', async (route) => {
    await released
    // It may have been given up meanwhile.
    await route.continue().catch(() => undefined)
  })
  return release
}

stories('files with a question', () => {
  story('come by paste and by drop', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await composer(page).focus()
    await bring(page, 'paste', 'pasted.png', 'image/png')
    await isReady(page, 'pasted.png')
    await bring(page, 'paste', 'letter.pdf', 'application/pdf')
    await isReady(page, 'letter.pdf')
    await bring(page, 'drop', 'dropped.png', 'image/png')
    await isReady(page, 'dropped.png')
    await askAndRead(page, 'What are these?')
    const question = page.getByRole('article', { name: 'You' })
    for (const name of ['pasted.png', 'dropped.png']) {
      await question.getByRole('img', { name }).waitFor()
    }
    await question.getByText('letter.pdf').waitFor()
  })

  story('are sent once they are there, and can be given up before', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    const release = await holdUploads(page)
    await attach(page, 'one.png', 'two.png')
    await chip(page, 'one.png').getByRole('progressbar').waitFor()
    await page.getByRole('button', { name: 'Remove two.png' }).click()
    await chip(page, 'two.png').waitFor({ state: 'hidden' })
    await composer(page).fill('And this?')
    await composer(page).press('Enter')
    await page.getByText('Will be sent as soon as the files are uploaded.').waitFor()
    assert.equal(await page.getByRole('article').count(), 0)
    release()
    await page.getByRole('article', { name: 'You' }).getByText('And this?').waitFor()
  })

  story('that broke off say so and are tried again', async (house) => {
    house.allow(/ERR_CONNECTION_RESET|ERR_FAILED/)
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await page.route('**/chat/files', (route) => route.abort('connectionreset'), { times: 1 })
    await attach(page, 'cat.png')
    await chip(page, 'cat.png').getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Upload cat.png again' }).click()
    await isReady(page, 'cat.png')
  })

  story('that are too large say how large they may be', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    const large = { ...picture('large.png'), buffer: Buffer.alloc(10 * 1024 ** 2 + 1) }
    await page.locator('input[type=file]').first().setInputFiles(large)
    // a gateway that takes less than the app refuses it in words of its own
    await chip(page, 'large.png')
      .getByText(/the app takes up to 10 MB|larger than the app takes/)
      .waitFor()
  })

  story('are taken out by the keyboard, one after the other', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await attach(page, 'one.png', 'two.png')
    await isReady(page, 'two.png')
    await page.getByRole('button', { name: 'Remove one.png' }).focus()
    await page.keyboard.press('Delete')
    await chip(page, 'one.png').waitFor({ state: 'hidden' })
    await page.keyboard.press('Backspace')
    await chip(page, 'two.png').waitFor({ state: 'hidden' })
    await page.locator('[data-composer]:focus').waitFor()
  })

  story('go on while another conversation is on the screen', async (house) => {
    const ada = await house.person()
    await ada.ask('What is a lease?')
    const page = await house.open(ada)
    await chooseApp(page, 'Chat')
    const release = await holdUploads(page)
    await attach(page, 'cat.png')
    await chip(page, 'cat.png').getByRole('progressbar').waitFor()
    await page.getByRole('link', { name: /What is a lease/ }).click()
    await page.getByRole('article').first().waitFor()
    await chip(page, 'cat.png').waitFor({ state: 'hidden' })
    release()
    await page
      .getByRole('button', { name: 'New chat' })
      .or(page.getByRole('link', { name: 'New chat' }))
      .first()
      .click()
    await isReady(page, 'cat.png')
    await chip(page, 'cat.png').locator('img').waitFor()
  })

  story('say when the page has taken their upload with it', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await holdUploads(page)
    await attach(page, 'cat.png')
    await chip(page, 'cat.png').getByRole('progressbar').waitFor()
    await page.reload()
    await chip(page, 'cat.png').getByText('The upload ended with the page.').waitFor()
  })
})

stories('an app that is run with a form', () => {
  story('takes files where it is told to', async (house) => {
    const page = await house.open(await house.person(), { path: null })
    await page.route(/\/api\/v1\/apps\/[^/?]+$/, async (route) => {
      const response = await route.fetch()
      const app = await response.json()
      const file_upload = { ...app.file_upload, enabled: true, allowed_file_types: ['image'] }
      await route.fulfill({ response, json: { ...app, file_upload } })
    })
    const file = { id: '019a0000-0000-7000-8000-000000000001', name: 'cat.png', type: 'image' }
    await page.route('**/chat/files', (route) =>
      route.fulfill({
        status: 201,
        json: { ...file, media_type: 'image/png', size: 70, url: '/api/v1/chat/files/x' },
      }),
    )
    await page.goto('/')
    await chooseApp(page, 'Workflow')
    await attach(page, 'cat.png')
    await isReady(page, 'cat.png')
    await page.getByRole('textbox', { name: 'Topic' }).fill('Leases')
    const sent = page.waitForRequest('**/chat/stream')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const body = (await sent).postDataJSON()
    assert.deepEqual(body.files, [file.id])
    assert.equal(body.inputs.topic, 'Leases')
  })

  story('is run again with what it was run with, even after a reload', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Workflow')
    await page.getByRole('textbox', { name: 'Topic' }).fill('Leases')
    await page.getByRole('textbox', { name: 'How many' }).fill('3')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('button', { name: 'Run again' }).waitFor()
    for (const reload of [false, true]) {
      if (reload) await page.reload()
      const sent = page.waitForRequest('**/chat/stream')
      await page.getByRole('button', { name: 'Answer again' }).last().click()
      assert.deepEqual((await sent).postDataJSON().inputs, { topic: 'Leases', count: '3' })
      await page.getByRole('button', { name: 'Run again' }).waitFor()
    }
  })
})

stories('speech', () => {
  story('is written into the message', async (house) => {
    const more = { permissions: ['microphone'] }
    const page = await house.open(await house.person(), { more })
    await chooseApp(page, 'Chat')
    await composer(page).fill('I said:')
    await page.getByRole('button', { name: 'Dictate' }).click()
    await page.getByText('0:01', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Finish and write it down' }).click()
    await page.getByRole('button', { name: 'Dictate' }).waitFor()
    assert.match(await composer(page).inputValue(), /^I said: A recording of \d+ bytes\.$/)
  })

  story('says what to do when the microphone is refused', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await page.getByRole('button', { name: 'Dictate' }).click()
    await page.getByRole('alert').getByText('The browser may not use the microphone.').waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await composer(page).and(page.locator(':focus')).waitFor()
  })

  story('reads one answer at a time', async (house) => {
    const page = await house.open(await house.person(), { path: null })
    // The simulator's sound is none that a browser plays; a second of silence is.
    await page.route('**/chat/text-to-speech', (route) =>
      route.fulfill({ contentType: 'audio/wav', body: silence(20) }),
    )
    await page.goto('/')
    await chooseApp(page, 'Chat')
    await askAndRead(page, 'What is a lease?')
    await askAndRead(page, 'And a deposit?')
    const speak = page.getByRole('button', { name: 'Read aloud' })
    await speak.last().click()
    await page.getByRole('button', { name: 'Pause reading aloud' }).click()
    await page.getByRole('button', { name: 'Go on reading aloud' }).click()
    await page.getByRole('button', { name: 'Pause reading aloud' }).waitFor()
    // An older answer has its buttons once the list rests.
    const older = page.getByRole('article').nth(1)
    await older.scrollIntoViewIfNeeded()
    await older.hover()
    await press(
      older.getByRole('button', { name: 'Read aloud' }),
      older.getByRole('button', { name: 'Pause reading aloud' }),
      'visible',
    )
    assert.equal(await page.getByRole('button', { name: 'Pause reading aloud' }).count(), 1)
    await press(
      older.getByRole('button', { name: 'Stop reading aloud' }),
      page.getByRole('button', { name: 'Pause reading aloud' }),
      'hidden',
    )
  })
})

/**
 * Presses a button in a list that may be coming to rest: what moves between pressing and letting go is not clicked, and a person
 * presses again.
 * @param {import('playwright-core').Locator} button
 * @param {import('playwright-core').Locator} sign of the effect
 * @param {'visible' | 'hidden'} state
 */
async function press(button, sign, state) {
  await button.click()
  const seen = await sign.waitFor({ state, timeout: 5_000 }).then(
    () => true,
    () => false,
  )
  if (seen) return
  await button.click()
  await sign.waitFor({ state })
}

/** A WAV file without a sound. @param {number} seconds */
function silence(seconds) {
  const length = 8000 * seconds
  const wav = Buffer.alloc(44 + length, 128)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + length, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(length, 40)
  return wav
}
