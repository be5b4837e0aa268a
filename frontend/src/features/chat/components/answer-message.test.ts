import { describe, expect, it } from 'vitest'
import { mountPage } from '../../../../test/mount'
import { newAnswer } from '../messages'
import type { Answer } from '../types'
import AnswerMessage from './answer-message.vue'

const show = (answer: Partial<Answer>, isLast = true) =>
  mountPage(AnswerMessage, {
    message: { ...newAnswer(), status: 'completed', ...answer },
    appName: 'Assistant',
    appIcon: null,
    isLast,
  })

describe('an answer', () => {
  it('is marked busy until it is complete', () => {
    expect(show({ status: 'streaming' }).get('article').attributes('aria-busy')).toBe('true')
    expect(show({ status: 'completed' }).get('article').attributes('aria-busy')).toBe('false')
  })

  it('tells in words why it failed and offers to retry', async () => {
    const wrapper = show({
      content: 'Half',
      status: 'failed',
      failure: { code: 'dify_timeout', requestId: 'req-9' },
    })

    expect(wrapper.get('[role=alert]').text()).toContain('Dify took too long')
    expect(wrapper.text()).toContain('req-9')
    expect(wrapper.text()).toContain('Half')
    const retry = wrapper.findAll('button').find((button) => button.text() === 'Retry')
    await retry?.trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('names a code it does not know', () => {
    const wrapper = show({ status: 'failed', failure: { code: 'brand_new', requestId: null } })

    expect(wrapper.get('[role=alert]').text()).toContain('brand_new')
  })

  it('offers to look for the answer after a cut, not to ask twice', async () => {
    const wrapper = show({ status: 'cut' })

    await wrapper.findAll('button').at(-1)?.trigger('click')
    expect(wrapper.emitted('lookUp')).toHaveLength(1)
  })

  it('offers nothing on an older failure', () => {
    expect(show({ status: 'failed' }, false).find('[role=alert] button').exists()).toBe(false)
  })

  it('shows a part it does not know as such', () => {
    expect(show({ parts: [{ type: 'unknown', name: 'hologram' }] }).text()).toContain('hologram')
  })

  it('gives a file no address that runs code', () => {
    const file = { type: 'file', id: '1', name: 'x', media_type: 'a/b', size: 1 } as const

    const wrapper = show({ parts: [{ ...file, url: 'javascript:alert(1)' }] })

    expect(wrapper.find('a').exists()).toBe(false)
    expect(wrapper.get('button').attributes('disabled')).toBeDefined()
  })
})
