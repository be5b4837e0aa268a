import { describe, expect, it } from 'vitest'
import type { Conversation } from '@/api/conversations'
import { groupByTime } from './group-by-time'

const now = new Date(2025, 5, 15, 12)
const conversation = (id: string, updated: Date, pinned = false): Conversation => ({
  id,
  app_id: 'a',
  title: id,
  pinned,
  archived: false,
  temporary: false,
  folder_id: null,
  tags: [],
  purge_at: null,
  created_at: updated.toISOString(),
  updated_at: updated.toISOString(),
})
const grouped = (...conversations: Conversation[]) =>
  groupByTime(conversations, now).map((group) => [
    group.name,
    ...group.conversations.map(({ id }) => id),
  ])

describe('groupByTime', () => {
  it('separates at midnight, not at 24 hours', () => {
    const groups = grouped(
      conversation('late', new Date(2025, 5, 14, 23, 59)),
      conversation('early', new Date(2025, 5, 15, 0, 0)),
    )

    expect(groups).toEqual([
      ['today', 'early'],
      ['yesterday', 'late'],
    ])
  })

  it('puts the newest first and pinned ones on top', () => {
    const groups = grouped(
      conversation('old', new Date(2024, 0, 1)),
      conversation('a', new Date(2025, 5, 15, 9)),
      conversation('b', new Date(2025, 5, 15, 10)),
      conversation('kept', new Date(2024, 0, 2), true),
      conversation('week', new Date(2025, 5, 9)),
      conversation('month', new Date(2025, 4, 20)),
    )

    expect(groups).toEqual([
      ['pinned', 'kept'],
      ['today', 'b', 'a'],
      ['week', 'week'],
      ['month', 'month'],
      ['older', 'old'],
    ])
  })
})
