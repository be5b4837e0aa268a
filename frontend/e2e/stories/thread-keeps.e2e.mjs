// Nothing typed is lost: drafts, questions asked without a connection, two tabs at once.
import assert from 'node:assert/strict'
import { isAccessible } from '../accessible.mjs'
import {
  answerTo,
  ask,
  askAndRead,
  atChat,
  composer,
  hasText,
  isComplete,
  stopButton,
  textOf,
} from '../chat.mjs'
import { stories, story } from '../house.mjs'

const SLOWLY = '!timed 30 100'

/** @param {import('playwright-core').Locator} field @param {string} value */
async function holds(field, value) {
  for (let tries = 0; tries < 50 && (await field.inputValue()) !== value; tries += 1) {
    await field.page().waitForTimeout(100)
  }
  assert.equal(await field.inputValue(), value)
}

stories('what is typed', () => {
  story('is there again after a reload, each in its conversation', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await askAndRead(page, 'What is a lease?')
    await composer(page).fill('Half a quest')
    await page.reload()
    await answerTo(page, 'What is a lease?').waitFor()
    await holds(composer(page), 'Half a quest')

    await page.getByRole('link', { name: 'New chat' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await holds(composer(page), '')
    await composer(page).fill('Another thought')
    await page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first().click()
    await holds(composer(page), 'Half a quest')
    await page.goBack()
    await holds(composer(page), 'Another thought')
  })

  story('is gone when its owner signs out', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await composer(page).fill('For my eyes only')
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('my eyes'))
    await page.getByRole('button', { name: /^Account menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    const kept = await page.evaluate(() => JSON.stringify(localStorage))
    assert.ok(!kept.includes('my eyes'), kept)
  })

  story('waits for the connection and is sent when it is back', async (house) => {
    house.allow(/net::ERR_/)
    const context = await house.context(await house.person())
    const page = await context.newPage()
    await page.goto('/')
    await askAndRead(page, 'What is a lease?')
    await context.setOffline(true)
    await page.getByText('You are offline.').waitFor()
    await ask(page, 'And who signs it?')
    await page.getByText('Your question is sent as soon as').waitFor()
    await isAccessible(page, { within: 'main' })
    await holds(composer(page), 'And who signs it?')
    await context.setOffline(false)
    await isComplete(answerTo(page, 'And who signs it?'))
    await holds(composer(page), '')
    await page.getByText('You are offline.').waitFor({ state: 'detached' })
  })

  story('two tabs show one conversation in step', async (house) => {
    const context = await house.context(await house.person())
    const one = await context.newPage()
    await one.goto('/')
    await askAndRead(one, 'What is a lease?')
    const other = await context.newPage()
    await other.goto(one.url())
    await isComplete(answerTo(other, 'What is a lease?'))

    await ask(one, SLOWLY)
    await hasText(answerTo(other, SLOWLY))
    await stopButton(other).waitFor()
    await composer(other).fill('Meanwhile elsewhere')
    await isComplete(answerTo(one, SLOWLY))
    await isComplete(answerTo(other, SLOWLY))
    assert.equal(await textOf(answerTo(other, SLOWLY)), await textOf(answerTo(one, SLOWLY)))
    await holds(composer(other), 'Meanwhile elsewhere')
    await composer(other).press('Enter')
    await isComplete(answerTo(one, 'Meanwhile elsewhere'))
  })

  story('is kept when another device is faster', async (house) => {
    const ada = await house.person()
    const page = await house.open(ada)
    house.allow(/409/)
    await askAndRead(page, 'What is a lease?')
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const { app_id } = await ada.api('GET', `/conversations/${id}`)
    const elsewhere = ada.api('POST', '/chat/stream', {
      app_id,
      conversation_id: id,
      message: SLOWLY,
    })
    for (;;) {
      const { data } = await ada.api('GET', `/conversations/${id}/messages?limit=1`)
      if (data[0].status === 'streaming') break
    }
    await ask(page, 'Too late')
    await hasText(answerTo(page, SLOWLY))
    await holds(composer(page), 'Too late')
    await isComplete(answerTo(page, SLOWLY))
    await elsewhere
    await composer(page).press('Enter')
    await isComplete(answerTo(page, 'Too late'))
  })
})
