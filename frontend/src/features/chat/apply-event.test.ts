import { describe, expect, it } from 'vitest'
import type { ChatEvent, NodeEvent } from '@/api/chat-events'
import { applyEvent } from './apply-event'
import { newAnswer } from './messages'

const after = (...events: ChatEvent[]) => events.reduce(applyEvent, newAnswer())
const delta = (text: string): ChatEvent => ({ type: 'delta', text })
const node = (id: string, status: NodeEvent['status']): NodeEvent => ({
  type: 'node',
  id,
  node_id: id,
  node_type: 'llm',
  title: id,
  status,
  index: 1,
  parent_id: null,
  elapsed_ms: null,
  error: null,
})

describe('applyEvent', () => {
  it('appends deltas', () => {
    expect(after(delta('Hel'), delta('lo')).content).toBe('Hello')
  })

  it('drops what was shown on replace and goes on from there', () => {
    const answer = after(
      delta('secret'),
      { type: 'replace', text: 'Sorry', reason: 'moderation' },
      delta('.'),
    )

    expect(answer.content).toBe('Sorry.')
    expect(answer.parts).toEqual([{ type: 'replaced' }])
  })

  it('does not call it a replacement when only what was there is told again', () => {
    const again: ChatEvent = { type: 'replace', text: 'half', reason: 'continued' }

    expect(after(delta('half'), again)).toMatchObject({ content: 'half', parts: [] })
  })

  it('drops the notices of the way once the answer is there', () => {
    const notice = (code: string): ChatEvent => ({ type: 'notice', code, message: '' })

    const answer = after(notice('handover'), notice('context_reset'), {
      type: 'done',
      status: 'completed',
    })

    expect(answer.parts).toMatchObject([{ code: 'context_reset' }])
  })

  it('updates a node in its place', () => {
    const answer = after(node('a', 'running'), node('b', 'running'), node('a', 'succeeded'))

    expect(answer.nodes.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'succeeded'],
      ['b', 'running'],
    ])
  })

  it('keeps a thought and a tool call with the same id apart', () => {
    const answer = after(
      { type: 'thought', id: '1', position: 1, text: 'hm' },
      { type: 'tool', id: '1', position: 2, name: 'x', input: null, output: null, status: null },
      { type: 'thought', id: '1', position: 1, text: 'hm, yes' },
    )

    expect(answer.parts).toMatchObject([{ text: 'hm, yes' }, { name: 'x' }])
  })

  it('keeps the text that had arrived when the answer fails', () => {
    const answer = after(delta('half'), {
      type: 'error',
      code: 'dify_timeout',
      message: null,
      retryable: true,
      request_id: 'r1',
    })

    expect(answer).toMatchObject({
      content: 'half',
      status: 'failed',
      failure: { code: 'dify_timeout', requestId: 'r1' },
    })
  })

  it('shows an unknown part once', () => {
    const unknown: ChatEvent = { type: 'unknown', name: 'hologram' }

    expect(after(unknown, unknown).parts).toEqual([unknown])
  })

  it('does not change the answer it is given', () => {
    const answer = Object.freeze(newAnswer())

    expect(applyEvent(answer, delta('x'))).not.toBe(answer)
    expect(answer.content).toBe('')
  })
})
