import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import {
  answerTo,
  ask,
  askAndRead,
  atChat,
  chooseApp,
  composer,
  hasText,
  isComplete,
  lastAnswer,
} from '../chat.mjs'
import { stories, story } from '../house.mjs'

stories('by keyboard', () => {
  story('up changes the last question, Esc stops an answer', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chat')
    await askAndRead(page, 'What is a lease?')
    await composer(page).press('ArrowUp')
    const editor = page.getByRole('article', { name: 'You' }).getByRole('textbox')
    assert.equal(await editor.inputValue(), 'What is a lease?')
    await page.keyboard.press('Escape')
    await editor.waitFor({ state: 'hidden' })

    await ask(page, '!timed 200 100')
    await hasText(answerTo(page, '!timed'))
    await composer(page).press('Escape')
    await isComplete(answerTo(page, '!timed'))
    await page.getByText(/^(Stopped|You stopped|This answer was stopped)/).waitFor()
  })

  story('a list tells the keys, and each does what it says', async (house) => {
    const more = { permissions: ['clipboard-read', 'clipboard-write'] }
    const page = await house.open(await house.person(), { more })
    await chooseApp(page, 'Chat')
    await page.keyboard.press('Control+/')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.waitFor()
    await isAccessible(page, { within: '[role=dialog]' })
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })

    await composer(page).press('Shift+Enter')
    assert.equal(await composer(page).inputValue(), '\n')
    await composer(page).fill('What is a lease?')
    await composer(page).press('Control+Enter')
    await isComplete(lastAnswer(page))

    await page.keyboard.press('Control+Shift+;')
    await page.getByText('Copied').waitFor()
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /What is a lease/)

    await page.keyboard.press('Control+Shift+E')
    await page.getByText('2/2').or(page.getByText('2 / 2')).first().waitFor()
    await isComplete(lastAnswer(page))

    const sidebar = page
      .getByRole('complementary', { name: 'Conversations' })
      .or(page.locator('aside'))
    await page.keyboard.press('Control+Shift+S')
    await sidebar.first().waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Shift+S')
    await sidebar.first().waitFor()

    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').waitFor({ state: 'hidden' })

    await page.locator('#content').focus()
    await page.keyboard.press('/')
    await composer(page).and(page.locator(':focus')).waitFor()
    assert.equal(await composer(page).inputValue(), '')

    await page.keyboard.press('Control+Shift+O')
    await page.waitForURL((url) => url.pathname === '/')
    await page.keyboard.press('Control+,')
    await page.waitForURL(/\/settings/)
  })

  story('another app is found by its name and chosen', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await page.keyboard.press('Control+Shift+L')
    const filter = page
      .getByRole('textbox', { name: 'Search apps' })
      .or(page.getByRole('searchbox', { name: 'Search apps' }))
    await filter.first().and(page.locator(':focus')).waitFor()
    await page.keyboard.type('nothing like it')
    await page.getByText('No app is called like this.').waitFor()
    await filter.first().fill('graph')
    await page.getByRole('option').first().waitFor()
    assert.equal(await page.getByRole('option').count(), 1)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Choose an app: Workflow' }).waitFor()
    await page.keyboard.press('Control+Shift+L')
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    await page
      .getByRole('button', { name: 'Choose an app: Workflow' })
      .and(page.locator(':focus'))
      .waitFor()
  })
})

stories('what was filled in', () => {
  story('stands at the top of its conversation', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Form')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
    await page.getByRole('textbox', { name: /^Age/ }).fill('36')
    await askAndRead(page, 'What did I fill in?')
    const fold = page.getByText('What the app was told')
    await fold.click()
    await page.getByRole('definition').getByText('Ada', { exact: true }).waitFor()
    await page.getByRole('definition').getByText('36').waitFor()
    await page.getByText('These details belong to the whole conversation.').waitFor()
    await isAccessible(page, { within: 'main' })
  })

  story('in a form of every kind goes on with the answer', async (house) => {
    const page = await house.open(await house.person())
    await chooseApp(page, 'Chatflow')
    await ask(page, '!fields')
    const form = lastAnswer(page)
    await form.getByRole('combobox').first().waitFor()
    await isAccessible(page, { within: 'main' })
    for (const text of await form.getByRole('textbox').all()) await text.fill('Some words')
    for (const choice of await form.getByRole('combobox').all()) {
      await choice.selectOption({ index: 1 })
    }
    const inputs = form.locator('input[type=file]')
    for (const input of await inputs.all()) {
      await input.setInputFiles({
        name: 'ticket.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('a ticket'),
      })
    }
    const files = await inputs.count()
    assert.ok(files >= 2)
    await form
      .locator('li')
      .filter({ hasText: 'ticket.txt' })
      .getByText(/ kB$/)
      .nth(files - 1)
      .waitFor()
    await form.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('This form has been filled in.').waitFor()
    await isComplete(lastAnswer(page))
  })
})
