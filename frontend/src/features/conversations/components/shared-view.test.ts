import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import { mount } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import en from '@/i18n/locales/en'
import history from '@/i18n/locales/history.en'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../../../test/sse'
import SharedView from './shared-view.vue'

const shared = { title: 'Leases', shared_at: '2026-01-01T00:00:00.000Z', message_count: 2 }
const said = (position: number) => ({ position, role: 'user', content: `No. ${position}` })

function open(token: string | null) {
  const messages = { en: { ...en, ...history } }
  return mount(SharedView, {
    props: { token },
    slots: {
      default: (slot: { messages: readonly { content?: string }[] }) =>
        slot.messages.map(({ content }) => h('p', content)),
    },
    global: { plugins: [createI18n({ legacy: false, locale: 'en', messages })] },
  })
}

describe('a shared conversation', () => {
  it('is read page by page', async () => {
    const sent = fakeNetwork(({ path }) => {
      if (!path.includes('/messages')) return jsonAnswer(200, shared)
      return path.includes('after=1')
        ? jsonAnswer(200, { data: [said(2)], next_cursor: null })
        : jsonAnswer(200, { data: [said(1)], next_cursor: '1' })
    })
    const view = open('t-1')
    await expect.poll(() => view.text()).toContain('No. 1')
    expect(view.get('h1').text()).toBe('Leases')

    await view.get('button').trigger('click')
    await expect.poll(() => view.text()).toContain('No. 2')

    expect(view.find('button').exists()).toBe(false)
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/v1/shared/t-1',
      '/api/v1/shared/t-1/messages?limit=100',
      '/api/v1/shared/t-1/messages?after=1&limit=100',
    ])
  })

  it('asks to sign in where only members may read it', async () => {
    fakeNetwork(() => problemAnswer(401, 'unauthenticated'))
    const view = open('t-1')

    await expect.poll(() => view.find('button').exists()).toBe(true)
    await view.get('button').trigger('click')

    expect(view.emitted('signIn')).toHaveLength(1)
  })

  it('that is revoked, and an address without a token, lead nowhere', async () => {
    const sent = fakeNetwork(() => problemAnswer(404, 'not_found'))

    const view = open('t-1')
    await expect.poll(() => view.text()).toContain('This link does not work')
    sent.length = 0

    expect(open(null).text()).toContain('This link does not work')
    expect(sent).toEqual([])
  })
})
