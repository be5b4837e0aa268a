import { describe, expect, it } from 'vitest'
import type { UsageRow } from '@/api/usage'
import { usageDays, usageTotal } from './usage-days'

const row = (more: Partial<UsageRow>): UsageRow => ({
  completed: 0,
  completion_tokens: 0,
  cost: [],
  failed: 0,
  failures: [],
  interrupted: 0,
  paused: 0,
  prompt_tokens: 0,
  stopped: 0,
  total_tokens: 0,
  turns: 0,
  ...more,
})

describe('usage', () => {
  it('has a day for each of the time, also across the end of summer time', () => {
    const data = [row({ day: '2026-10-25', turns: 2, total_tokens: 90 })]

    expect(usageDays({ data, from: '2026-10-24', to: '2026-10-26' })).toEqual([
      { day: '2026-10-24', turns: 0, tokens: 0 },
      { day: '2026-10-25', turns: 2, tokens: 90 },
      { day: '2026-10-26', turns: 0, tokens: 0 },
    ])
  })

  it('is added up, money by currency', () => {
    const rows = [
      row({ turns: 1, total_tokens: 10, cost: [{ amount: '0.5', currency: 'USD' }] }),
      row({
        turns: 2,
        cost: [
          { amount: '0.25', currency: 'USD' },
          { amount: '3', currency: 'RMB' },
        ],
      }),
    ]

    expect(usageTotal(rows)).toEqual({
      turns: 3,
      tokens: 10,
      costs: [
        ['USD', 0.75],
        ['RMB', 3],
      ],
    })
  })
})
