import { describe, expect, it } from 'vitest'
import {
  addDays,
  eachDay,
  lengthOf,
  periodBefore,
  presetOf,
  rangeOf,
  todayIn,
  turnsPart,
} from './range'

const TODAY = '2026-11-22'

describe('the days of the house', () => {
  it('begin by its own clock, not by the reader’s', () => {
    const moment = new Date('2026-11-22T00:30:00Z')

    expect(todayIn('UTC', moment)).toBe('2026-11-22')
    expect(todayIn('America/New_York', moment)).toBe('2026-11-21')
    expect(todayIn('Asia/Shanghai', new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
  })

  it('are counted over months, leap days and summer time', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(eachDay({ from: '2026-03-28', to: '2026-03-30' })).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })
})

describe('the range that an address asks for', () => {
  it('is the last thirty days where it says nothing, or nothing that makes sense', () => {
    const usual = { from: '2026-10-24', to: TODAY }

    expect(rangeOf({}, TODAY)).toEqual(usual)
    expect(rangeOf({ days: '12' }, TODAY)).toEqual(usual)
    expect(rangeOf({ from: '2026-11-31', to: TODAY }, TODAY)).toEqual(usual)
    expect(rangeOf({ from: TODAY, to: '2026-11-01' }, TODAY)).toEqual(usual)
    expect(rangeOf({ from: '2025-01-01', to: TODAY }, TODAY)).toEqual(usual)
  })

  it('is one of the usual, or two days', () => {
    expect(lengthOf(rangeOf({ days: '7' }, TODAY))).toBe(7)
    expect(presetOf({ days: '90' })).toBe(90)
    expect(rangeOf({ from: '2026-01-01', to: '2026-01-01' }, TODAY)).toEqual({
      from: '2026-01-01',
      to: '2026-01-01',
    })
    expect(presetOf({ from: '2026-01-01', to: '2026-01-01' })).toBeNull()
  })

  it('is compared with as many days right before', () => {
    expect(periodBefore({ from: '2026-11-16', to: TODAY })).toEqual({
      from: '2026-11-09',
      to: '2026-11-15',
    })
  })

  it('is cut to its last month where single turns are told', () => {
    expect(turnsPart({ from: '2026-08-25', to: TODAY })).toEqual({ from: '2026-10-23', to: TODAY })
    expect(turnsPart({ from: '2026-11-20', to: TODAY })).toEqual({ from: '2026-11-20', to: TODAY })
  })
})
