import { expect, it } from 'vitest'
import { dailyFigures } from './daily'

it('has every day of the range up to the one before its end, also those without a run', () => {
  const figures = dailyFigures({
    from: '2026-03-28',
    to: '2026-03-31',
    zone: 'Europe/Rome',
    runs: [{ date: '2026-03-29', runs: 3 }],
    terminals: [{ date: '2026-03-29', terminal_count: 2 }],
    tokens: [{ date: '2026-03-29', token_count: 70 }],
    interactions: [{ date: '2026-03-29', interactions: 1.5 }],
    failing_nodes: [],
    slowest_nodes: [],
  })

  expect(figures).toEqual({
    days: ['2026-03-28', '2026-03-29', '2026-03-30'],
    runs: [0, 3, 0],
    people: [0, 2, 0],
    tokens: [0, 70, 0],
    perPerson: [null, 1.5, null],
  })
})
