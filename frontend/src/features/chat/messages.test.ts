import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '@/api/conversations'
import { fromStored } from './messages'

const stored: StoredMessage = {
  id: 'm2',
  conversation_id: 'c1',
  role: 'assistant',
  content: 'Yes.',
  parent_id: 'm1',
  siblings: ['m2'],
  turn_id: 't1',
  status: 'completed',
  created_at: '2026-01-01T00:00:00.000Z',
  files: [],
}
const read = (more: Partial<StoredMessage>) => fromStored({ ...stored, ...more }, (id) => id)

describe('a stored answer', () => {
  it('comes back with what was told beside it', () => {
    const answer = read({
      parts: [
        { type: 'thought', id: 'a', position: 1, text: 'Hm.' },
        {
          type: 'node',
          id: 'n',
          node_id: 'llm',
          node_type: 'llm',
          title: 'Think',
          status: 'succeeded',
          index: 1,
        },
        { type: 'citation', position: 1, document: 'Handbook.pdf' },
      ],
      usage: { total_tokens: 96, total_price: '0.00005085', currency: 'USD' },
      feedback: { rating: 'like' },
    })

    expect(answer).toMatchObject({
      parts: [{ type: 'thought', text: 'Hm.' }],
      nodes: [{ title: 'Think', node_type: 'llm' }],
      citations: [{ document: 'Handbook.pdf' }],
      usage: { total_tokens: 96, total_price: '0.00005085' },
      feedback: { rating: 'like' },
    })
  })

  it('says what of it this version cannot show', () => {
    expect(read({ parts: [{ type: 'hologram' }, { type: 'thought', text: 7 }] })).toMatchObject({
      parts: [
        { type: 'unknown', name: 'hologram' },
        { type: 'unknown', name: 'thought' },
      ],
    })
  })

  it('that waits is gone on with under the turn its form names', () => {
    const form = { type: 'form', form_id: 'f1', inputs: [], actions: [], state: 'open' }

    expect(read({ status: 'paused', parts: [{ ...form, turn_id: 't2' }] })).toMatchObject({
      turnId: 't2',
    })
  })
})
