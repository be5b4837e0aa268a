// A conversation is a tree: other answers, questions in other words, and the way back.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { answerOf, answerTo, ask, askAndRead, isComplete, textOf } from '../chat.mjs'
import { stories, story } from '../house.mjs'

/** Each run of it gives another text. */
const TIMES = '!timed 5 50'

/** @param {import('playwright-core').Locator} message @param {string} name */
async function press(message, name) {
  await message.hover()
  await message.getByRole('button', { name }).click()
}

stories('branches', () => {
  story('a second answer stands beside the first, one click away', async (house) => {
    const page = await house.open(await house.person())
    await askAndRead(page, TIMES)
    const first = await textOf(answerOf(page, 1))
    await press(answerOf(page, 1), 'Answer again')
    await answerOf(page, 1).getByText('2/2').waitFor()
    await isComplete(answerOf(page, 1))
    const second = await textOf(answerOf(page, 1))
    assert.notEqual(second, first)

    await press(answerOf(page, 1), 'Previous version')
    await answerOf(page, 1).getByText('1/2').waitFor()
    assert.equal(await textOf(answerOf(page, 1)), first)
    await isAccessible(page, { within: 'main' })

    await page.reload()
    await answerOf(page, 1).getByText('2/2').waitFor()
    assert.equal(await textOf(answerOf(page, 1)), second)
  })

  story('a question is changed, and its old words are kept', async (house) => {
    const page = await house.open(await house.person())
    await askAndRead(page, 'What is a lease?')
    await askAndRead(page, 'And who signs it?')
    const question = page.getByRole('article', { name: 'You' }).first()
    await press(question, 'Change this question')
    const editor = page.getByRole('textbox', { name: 'The question in other words' })
    await editor.fill('What is a loan?')
    await isAccessible(page, { within: 'main' })
    await editor.press('Enter')
    await isComplete(answerTo(page, 'What is a loan?'))
    await page.getByText('And who signs it?').waitFor({ state: 'detached' })

    await press(page.getByRole('article', { name: 'You' }).first(), 'Previous version')
    await page.getByText('And who signs it?').waitFor()
    await ask(page, 'And who pays?')
    await isComplete(answerTo(page, 'And who pays?'))
    await page.reload()
    await answerTo(page, 'And who signs it?').waitFor()
    await answerTo(page, 'And who pays?').waitFor()
  })
})
