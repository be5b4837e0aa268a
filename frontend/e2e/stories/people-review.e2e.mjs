// What people think of answers, and what was written down of everybody.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'

/** @param {import('playwright-core').Page} page @param {string} name */
async function download(page, name) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

stories('what administrators read', () => {
  story('feedback is read with its question and answer, and that is audited', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const ada = await house.person()
    const { answer } = await ada.ask('What is a lease?')
    const reason = `It names no owner ${answer.slice(-6)}`
    await ada.api('PUT', `/chat/messages/${answer}/feedback`, { rating: 'dislike', reason })

    const page = await house.open(admin, {
      path: `/admin/feedback?user_id=${ada.user.id}&rating=dislike`,
    })
    const row = page.getByRole('row').filter({ hasText: reason })
    await row.waitFor()
    await isAccessible(page)
    const { name, text } = await download(page, 'Export')
    assert.match(name, /^rechat feedback .*\.csv$/)
    assert.ok(text.includes(reason))

    await row.getByRole('link', { name: 'Bad' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('What is a lease?').waitFor()
    await sheet.getByText('That you read this is written into the audit log.').waitFor()
    await isAccessible(page)

    await page.goto(`/admin/audit?actor_id=${admin.user.id}&action=feedback_read`)
    const read = page.getByRole('button', { name: 'Read question and answer of a feedback' })
    await read.click()
    await page.getByRole('dialog').getByText(answer).first().waitFor()
    await isAccessible(page)
  })

  story('the audit log is narrowed, taken along and verified', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const page = await house.open(admin, { path: '/admin/audit' })
    await page.getByRole('row').nth(1).waitFor()
    await isAccessible(page)
    await page.getByRole('combobox', { name: 'What' }).selectOption('account_role_changed')
    await page.waitForURL(/action=account_role_changed/)
    await page.getByRole('combobox', { name: 'On what' }).selectOption('user')
    await page.getByRole('searchbox', { name: 'Its id' }).fill(admin.user.id)
    await page.getByText('1 in all').waitFor()
    await page.getByRole('row').filter({ hasText: 'Role: User → Administrator' }).waitFor()
    const lines = await download(page, 'JSONL')
    assert.match(lines.name, /\.jsonl$/)
    assert.equal(JSON.parse(lines.text.trim()).target_id, admin.user.id)

    await page.getByRole('button', { name: 'Verify' }).click()
    const sheet = page.getByRole('dialog', { name: 'Verify the audit log' })
    await sheet.getByLabel('Noted head').fill('no head')
    await sheet.getByRole('button', { name: 'Verify now' }).click()
    await sheet.getByText('A head looks like').waitFor()
    await sheet.getByLabel('Noted head').fill(`999999:${'0'.repeat(64)}`)
    await sheet.getByRole('button', { name: 'Verify now' }).click()
    await sheet.getByText('the newest entries were cut off').waitFor()
    await isAccessible(page)
    await sheet.getByLabel('Noted head').fill('')
    await sheet.getByRole('button', { name: 'Verify again' }).click()
    await sheet.getByText('The log is whole').waitFor()
  })
})
