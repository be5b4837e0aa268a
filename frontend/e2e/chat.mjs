// Asking and reading answers, in either language.
import assert from 'node:assert/strict'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {Page} page */
export function composer(page) {
  return page.getByRole('textbox', { name: /^(Message|消息)$/ })
}

/** Writes a question and sends it. @param {Page} page @param {string} text */
export async function ask(page, text) {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

/** Asks and waits for the whole answer. @param {Page} page @param {string} text */
export async function askAndRead(page, text) {
  await ask(page, text)
  const answer = answerTo(page, text)
  await isComplete(answer)
  return answer
}

/** The answer below the question that contains `text`; wherever the list has been scrolled to. @param {Page} page @param {string} text */
export function answerTo(page, text) {
  const question = page.getByRole('article', { name: /^(You|你|您)$/ }).filter({ hasText: text })
  return question.last().locator('xpath=following::article[1]')
}

/** The newest answer. @param {Page} page */
export function lastAnswer(page) {
  return page.getByRole('article').last()
}

/** The nth answer (1, 2, …) of a conversation that is short enough to be shown as a whole. @param {Page} page @param {number} number */
export function answerOf(page, number) {
  return page.getByRole('article').nth(2 * number - 1)
}

/** Waits for the end of an answer. @param {Locator} answer */
export async function isComplete(answer) {
  await answer.page().locator('article[aria-busy=false]').and(answer).waitFor({ timeout: 30_000 })
}

/** Waits for its first words. @param {Locator} answer */
export async function hasText(answer) {
  await answer.locator('.markdown').filter({ hasText: /\S/ }).first().waitFor()
}

/** @param {Locator} answer */
export async function textOf(answer) {
  return (await answer.locator('.markdown').first().innerText()).trim()
}

/** Nothing was lost and nothing doubled on the way: a reload shows the same. @param {Page} page @param {string} question */
export async function isAsStored(page, question) {
  const shown = await textOf(answerTo(page, question))
  assert.notEqual(shown, '')
  await page.reload()
  await isComplete(answerTo(page, question))
  await hasText(answerTo(page, question))
  assert.equal(await textOf(answerTo(page, question)), shown)
}

/** @param {Page} page */
export function stopButton(page) {
  return page.getByRole('button', { name: /^(Stop|停止|停止生成)$/ })
}

/** Waits until the chat can be used. @param {Page} page */
export async function atChat(page) {
  await page.getByRole('button', { name: /^(Choose an app|选择应用)[:：] ?./ }).waitFor()
}

/** Has another app answer. @param {Page} page @param {string} name */
export async function chooseApp(page, name) {
  await atChat(page)
  await page.getByRole('button', { name: /^(Choose an app|选择应用)/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${name}\\b`) }).click()
  await page
    .getByRole('button', { name: new RegExp(`^(Choose an app|选择应用)[:：] ?${name}$`) })
    .waitFor()
}
