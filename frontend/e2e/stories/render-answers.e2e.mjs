// What an answer looks like: Markdown with all that belongs to it, thoughts, steps, sources, files.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { answerTo, composer, isComplete } from '../chat.mjs'
import { stories, story } from '../house.mjs'

/** @param {import('playwright-core').Page} page @param {string} question */
async function answered(page, question) {
  await composer(page).fill(question)
  await page.getByRole('button', { name: 'Send message' }).click()
  const answer = answerTo(page, question)
  await isComplete(answer)
  return answer
}

stories('an answer', () => {
  for (const dark of [false, true]) {
    story(`shows all of Markdown, ${dark ? 'dark' : 'light'}, within the policy`, async (house) => {
      const page = await house.open(await house.person(), { dark })
      const answer = await answered(page, '!markdown 200')
      await answer.locator('.hljs-keyword').first().waitFor()
      await answer.locator('math').first().waitFor()
      await answer.getByRole('img', { name: /^Diagram/ }).waitFor()
      await answer.getByRole('region', { name: 'Table' }).waitFor()
      assert.equal(await answer.getByText('$5').count(), 1)
      await isAccessible(page)
    })
  }

  story('has its code copied by the keyboard, and its diagram enlarged', async (house) => {
    const context = await house.context(await house.person(), {
      more: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const page = await context.newPage()
    await page.goto('/')
    const answer = await answered(page, '!markdown 200')
    const copy = answer.getByRole('figure', { name: 'Code: python' }).getByRole('button').last()
    await copy.focus()
    await page.keyboard.press('Enter')
    await answer.getByText('Copied').first().waitFor({ state: 'attached' })
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^from dataclasses/)
    await answer.getByRole('button', { name: 'Enlarge' }).click()
    const dialog = page.getByRole('dialog', { name: /^Diagram/ })
    await dialog.getByRole('button', { name: 'Larger' }).click()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  story('folds what was thought, and is copied without it', async (house) => {
    const context = await house.context(await house.person(), {
      more: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const page = await context.newPage()
    await page.goto('/')
    const answer = await answered(page, '!markdown 200')
    const thought = answer.getByText('I am to show everything at once')
    assert.equal(await thought.count(), 0)
    await answer.getByText('Thought for a moment').click()
    await thought.waitFor()
    await answer.getByRole('button', { name: 'Copy answer' }).click()
    await answer.getByText('Copied').first().waitFor({ state: 'attached' })
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    assert.match(copied, /^# Everything/)
  })

  for (const phone of [false, true]) {
    story(`leads to its sources ${phone ? 'on a phone' : 'at a desk'}`, async (house) => {
      const page = await house.open(await house.person(), { phone })
      const answer = await answered(page, '!citations 5')
      await answer.getByRole('button', { name: /^3 / }).press('Enter')
      const panel = page.getByRole('dialog', { name: 'Sources' })
      await panel.getByRole('heading', { name: /^3/ }).waitFor()
      await isAccessible(page)
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
    })
  }

  story('shows its pictures large', async (house) => {
    const page = await house.open(await house.person())
    const answer = await answered(page, '!files')
    await answer.getByRole('img').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Larger' }).click()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
