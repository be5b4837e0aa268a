// What administrators see of the runs of chatflows and workflows.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import { stories, story } from '../house.mjs'
import { recordedRuns } from '../runs.mjs'

stories('runs in the administration', () => {
  story('a run is found by its words, opened, and looked at node by node', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const ada = await house.person()
    const word = `lease${Date.now().toString(36)}`
    const { turn, conversation } = await ada.ask(`What is a ${word}?`, {
      app_id: 'demo-advanced-chat',
    })
    const [run] = await recordedRuns(admin, ada.user.id)
    assert.equal(run?.turn_id, turn)
    assert.equal(run.conversation_id, conversation)

    const page = await house.open(admin, { path: '/admin/runs' })
    await page.getByRole('searchbox', { name: 'Words in inputs, outputs and errors' }).fill(word)
    await page.waitForURL(new RegExp(`q=${word}`))
    await page.getByText('1 in all').waitFor()
    const asked = page.getByRole('combobox', { name: 'Asked through' })
    await asked.selectOption({ label: 'API' })
    await page.getByText('No run is found.').waitFor()
    await asked.selectOption({ label: 'Web app' })
    await page.waitForURL(/source=web-app/)
    await page.getByText('1 in all').waitFor()
    await isAccessible(page)
    await page.getByRole('link', { name: `…${run.id.slice(-6)}` }).click()

    await page.getByRole('heading', { level: 1, name: run.app.name }).waitFor()
    await page.getByText('That you read this is written into the audit log.').waitFor()
    const timeline = page.getByRole('region', { name: 'Nodes' })
    await timeline.getByRole('link', { name: 'Start', exact: true }).waitFor()
    await isAccessible(page)
    await timeline.getByRole('link', { name: 'Start', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Start' })
    await sheet.getByRole('region', { name: 'Outputs' }).getByText(word).waitFor()
    await isAccessible(page)
    await sheet.getByRole('button', { name: 'Close' }).click()
    await page.waitForURL(new RegExp(`/admin/runs/${run.id}`))
    await page.getByRole('link', { name: 'Runs', exact: true }).last().click()
    await page.waitForURL(new RegExp(`/admin/runs\\?.*q=${word}`))

    await page.goto(`/admin/audit?actor_id=${admin.user.id}&action=run_read`)
    await page.getByRole('row').nth(1).waitFor()
    await isAccessible(page)
  })

  story('statistics lead to the runs of a day', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const ada = await house.person()
    await ada.ask('What is a lease?', { app_id: 'demo-advanced-chat' })
    assert.equal((await recordedRuns(admin, ada.user.id)).length, 1)

    const page = await house.open(admin, { path: '/admin/runs/figures' })
    const chart = page.getByRole('region', { name: 'Runs by day' }).first()
    await chart.locator('canvas').waitFor()
    await page.getByRole('heading', { name: 'Nodes that take longest' }).waitFor()
    await page.getByText('Written to').waitFor()
    await isAccessible(page)
    await chart.getByRole('group', { name: /Arrow keys/ }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/admin\/runs\?.*from=/)
    await page.getByRole('row').nth(1).waitFor()
  })

  story('one’s own run leads to its conversation, nobody else’s does', async (house) => {
    const admin = await house.person({ role: 'admin', name: 'Iris' })
    const ada = await house.person()
    const own = await admin.ask('What is a lease?', { app_id: 'demo-advanced-chat' })
    await ada.ask('What is a lease?', { app_id: 'demo-advanced-chat' })
    const [mine] = await recordedRuns(admin, admin.user.id)
    const [theirs] = await recordedRuns(admin, ada.user.id)

    const page = await house.open(admin, { path: `/admin/runs/${theirs.id}` })
    await page.getByText(theirs.conversation_id).waitFor()
    assert.equal(await page.getByRole('link', { name: 'Open the conversation' }).count(), 0)
    await page.goto(`/admin/runs/${mine.id}`)
    await page.getByRole('link', { name: 'Open the conversation' }).click()
    await page.waitForURL(new RegExp(`/c/${own.conversation}`))
  })
})
