import { describe, expect, it } from 'vitest'
import { decimal, emptyDraft, isWhole, newBudget, whoOf } from './budget-draft'
import { fillOf, fullestFirst, periodStart, shareOf } from './counters'

const draft = (more: object) => ({ ...emptyDraft(), amount: '10,000', ...more })
const counter = (used: string, reserved = '0', limit = '100') => ({
  used,
  reserved,
  limit,
  left: String(Number(limit) - Number(used) - Number(reserved)),
  period_start: '2026-11-01',
  resets_at: '2026-12-01T00:00:00Z',
  turns: 1,
})

describe('the sentence of a budget', () => {
  it('gives each member of a group the amount to themselves', () => {
    const made = newBudget(draft({ who: 'eachMember', groupId: 'g1', appId: 'a1' }), 'Sentence.')

    expect(made).toEqual({
      name: 'Sentence.',
      measure: 'tokens',
      amount: '10000',
      period: 'month',
      per_person: true,
      group_id: 'g1',
      app_id: 'a1',
    })
    expect(whoOf({ per_person: true, group_id: 'g1' })).toBe('eachMember')
  })

  it('counts money in a currency, and only money', () => {
    const made = newBudget(draft({ measure: 'money', currency: ' eur ', amount: '2,5' }), 'x')

    expect(made).toMatchObject({ measure: 'money', currency: 'EUR', amount: '2.5' })
    expect(newBudget(draft({ currency: 'EUR' }), 'x')).not.toHaveProperty('currency')
  })

  it('is whole when all its blanks are filled', () => {
    expect(isWhole(draft({}))).toBe(true)
    expect(isWhole(draft({ amount: ' ' }))).toBe(false)
    expect(isWhole(draft({ who: 'members' }))).toBe(false)
    expect(isWhole(draft({ who: 'person' }))).toBe(false)
    expect(isWhole(draft({ measure: 'money', currency: '' }))).toBe(false)
  })

  it.each([
    ['10 000', '10000'],
    ['1,000,000.5', '1000000.5'],
    ['0,5', '0.5'],
    ['12', '12'],
  ])('takes %s for %s', (typed, sent) => {
    expect(decimal(typed)).toBe(sent)
  })
})

describe('a counter', () => {
  it('is near its end from four fifths on, what is held back included', () => {
    expect(fillOf(counter('79'))).toBe('free')
    expect(fillOf(counter('70', '10'))).toBe('near')
    expect(fillOf(counter('120'))).toBe('used-up')
    expect(shareOf(counter('1', '0', '0'))).toBe(1)
  })

  it('with the least left comes first', () => {
    const sorted = fullestFirst([counter('1'), counter('99'), counter('50')])
    expect(sorted.map(({ used }) => used)).toEqual(['99', '50', '1'])
  })

  it('of a period before or after begins on its first day', () => {
    expect(periodStart('2026-11-22', 'month', 0)).toBe('2026-11-01')
    expect(periodStart('2026-01-01', 'month', -1)).toBe('2025-12-01')
    expect(periodStart('2026-11-01', 'day', -1)).toBe('2026-10-31')
  })
})
