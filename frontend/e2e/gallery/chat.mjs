import { answerTo, ask, atChat, composer, hasText, isComplete } from '../chat.mjs'

/** @type {import('../gallery.mjs').Scene[]} */
export default [
  {
    name: 'chat-welcome',
    who: 'person',
    path: '/',
    ready: ({ page }) => atChat(page),
  },
  {
    name: 'chat-app-picker',
    who: 'person',
    path: '/',
    async ready({ page, say }) {
      await page.getByRole('button', { name: say('Choose an app', '选择应用') }).click()
      await page.getByText('Chatflow').last().waitFor()
    },
  },
  {
    name: 'chat-markdown',
    who: 'person',
    path: ({ talks }) => `/c/${talks.leases}`,
    ready: ({ page }) => page.getByText('verbal promise').waitFor(),
  },
  {
    name: 'chat-long',
    who: 'person',
    path: ({ talks }) => `/c/${talks.long}`,
    ready: ({ page }) => page.getByText('Question 30').waitFor(),
  },
  {
    name: 'chat-agent',
    who: 'person',
    path: ({ talks }) => `/c/${talks.agent}`,
    ready: ({ page }) => isComplete(page.getByRole('article').last()),
  },
  {
    name: 'chat-chatflow',
    who: 'person',
    path: ({ talks }) => `/c/${talks.chatflow}`,
    ready: ({ page }) => isComplete(page.getByRole('article').last()),
  },
  {
    name: 'chat-failed',
    who: 'person',
    path: ({ talks }) => `/c/${talks.failed}`,
    ready: ({ page }) => isComplete(page.getByRole('article').last()),
  },
  {
    name: 'chat-streaming',
    who: 'person',
    path: '/',
    async ready({ page }) {
      await ask(page, '!timed 100 100')
      await hasText(answerTo(page, '!timed'))
      await composer(page).fill('What I write meanwhile')
    },
  },
  {
    name: 'chat-form',
    who: 'person',
    path: '/?app=demo-approval',
    async ready({ page }) {
      await page.getByRole('button', { name: /^(Choose an app|选择应用)/ }).click()
      await page.getByText('Approval').last().click()
      await ask(page, 'May I paint the walls?')
      await page.getByRole('button', { name: /^Approve/ }).waitFor()
    },
  },
  {
    name: 'chat-not-there',
    who: 'person',
    path: '/c/01a1fd84-1eb5-73c3-a210-5e5e0e0e9639',
    ready: ({ page }) => page.getByRole('alert').first().waitFor(),
  },
]
