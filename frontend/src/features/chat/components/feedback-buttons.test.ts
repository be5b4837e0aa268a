import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../../../test/sse'
import { mountEnglish } from '../../../../test/mount'
import type { Feedback } from '@/api/conversations'
import { useNotice } from '@/components/composables/use-notice'
import { newAnswer } from '../messages'
import { useChat } from '../stores/use-chat'
import FeedbackButtons from './feedback-buttons.vue'

const stored = (rating: string) => jsonAnswer(200, { message_id: 'm2', rating, forwarded: true })

/** The buttons of an answer; what is set in the store is shown, as in a conversation. */
function show(feedback: Feedback | null = null) {
  const answer = { ...newAnswer('t1', null), id: 'm2', feedback }
  const wrapper = mountEnglish(FeedbackButtons, { answer })
  const set = vi.spyOn(useChat(), 'setFeedback').mockImplementation((_answer, next) => {
    void wrapper.setProps({ answer: { ...answer, feedback: next } })
  })
  const button = (name: string) => wrapper.get(`button[aria-label="${name}"]`)
  const isPressed = (name: string) => button(name).attributes('aria-pressed') === 'true'
  return { button, isPressed, set }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('feedback', () => {
  it('shows at once and is then what the server has stored', async () => {
    let answer: (response: Response) => void = () => undefined
    const sent = fakeNetwork(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const { button, isPressed } = show()

    await button('Good answer').trigger('click')
    await flushPromises()
    expect(isPressed('Good answer')).toBe(true)
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      path: '/api/v1/chat/messages/m2/feedback',
      body: { rating: 'like' },
    })
    answer(stored('like'))
    await flushPromises()
    expect(isPressed('Good answer')).toBe(true)
  })

  it('that was not taken is as it was before, and why is told', async () => {
    fakeNetwork(() => problemAnswer(503, 'database_unavailable'))
    const { button, isPressed } = show({ rating: 'like' })

    await button('Bad answer').trigger('click')
    await flushPromises()

    expect(isPressed('Good answer')).toBe(true)
    expect(isPressed('Bad answer')).toBe(false)
    expect(useNotice().notice).toMatchObject({ failed: true })
    expect(useNotice().notice?.text).toContain('database')
  })

  it('is taken back by pressing again', async () => {
    const sent = fakeNetwork(() => new Response(null, { status: 204 }))
    const { button, isPressed } = show({ rating: 'dislike', reason: 'wrong' })

    await button('Bad answer').trigger('click')
    await flushPromises()

    expect(sent[0]?.body).toEqual({ rating: null })
    expect(isPressed('Bad answer')).toBe(false)
  })
})
