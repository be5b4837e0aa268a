import { describe, expect, it } from 'vitest'
import type { UsageRow } from '@/api/admin-usage'
import { amountOf, currenciesOf, dayTable, growth } from './series'

const row = (day: string, more: Partial<UsageRow> = {}): UsageRow => ({
  day,
  turns: 1,
  completed: 1,
  stopped: 0,
  failed: 0,
  interrupted: 0,
  paused: 0,
  prompt_tokens: 10,
  completion_tokens: 5,
  total_tokens: 15,
  cost: [],
  failures: [],
  ...more,
})

describe('the days of a chart', () => {
  it('are all there and in order, those without a turn as nothing', () => {
    const days = dayTable([row('2026-11-22'), row('2026-11-20')], {
      from: '2026-11-19',
      to: '2026-11-22',
    })

    expect(days.map(({ day, turns }) => [day, turns])).toEqual([
      ['2026-11-19', 0],
      ['2026-11-20', 1],
      ['2026-11-21', 0],
      ['2026-11-22', 1],
    ])
  })

  it('tell no time to the first token where nothing was measured', () => {
    const [measured, not] = dayTable(
      [row('2026-11-21', { first_token_ms: { p50: 40, p95: 90 } })],
      {
        from: '2026-11-21',
        to: '2026-11-22',
      },
    )

    expect([measured?.p50, measured?.p95]).toEqual([40, 90])
    expect([not?.p50, not?.p95]).toEqual([null, null])
  })

  it('count what was interrupted with what failed', () => {
    const [day] = dayTable([row('2026-11-22', { failed: 2, interrupted: 3 })], {
      from: '2026-11-22',
      to: '2026-11-22',
    })

    expect(day?.failed).toBe(5)
  })
})

describe('amounts', () => {
  const cost = [
    { currency: 'USD', amount: '0.5' },
    { currency: 'RMB', amount: '3' },
  ]

  it('of several currencies stay apart', () => {
    expect(currenciesOf([cost, [{ currency: 'USD', amount: '1' }]])).toEqual(['RMB', 'USD'])
    expect(amountOf(cost, 'USD')).toBe(0.5)
    expect(amountOf(cost, 'EUR')).toBe(0)
  })

  it('grow by a share, and by none where there was nothing before', () => {
    expect(growth(3, 2)).toBe(0.5)
    expect(growth(0, 4)).toBe(-1)
    expect(growth(3, 0)).toBeNull()
  })
})
