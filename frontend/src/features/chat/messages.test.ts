import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '@/api/conversations'
import { fromStored } from './messages'

const stored = {
  id: 'a1',
  conversation_id: 'c1',
  turn_id: 't1',
  role: 'assistant',
  content: 'Yes.',
  siblings: ['a1'],
  status: 'completed',
  created_at: '2026-03-01T12:00:00.000Z',
  files: [],
} satisfies StoredMessage

describe('a stored answer', () => {
  it('shows the thoughts, nodes and sources that were kept with it', () => {
    const answer = fromStored(
      {
        ...stored,
        parts: [
          { type: 'thought', id: 'x', position: 1, text: '我想想' },
          {
            type: 'node',
            id: 'n1',
            node_id: 'llm_1',
            node_type: 'llm',
            title: 'Think',
            status: 'succeeded',
            index: 1,
          },
          { type: 'citation', position: 1, document: '手册.pdf' },
          { type: 'form', form_id: 'f1', state: 'open', turn_id: 't0' },
        ],
      },
      (id) => id,
    )

    expect(answer).toMatchObject({
      parts: [
        { type: 'thought', text: '我想想' },
        { type: 'form', state: 'open', turn_id: 't0' },
      ],
      nodes: [{ node_type: 'llm', status: 'succeeded' }],
      citations: [{ document: '手册.pdf' }],
    })
  })
})
