import { expect, it } from 'vitest'
import { endOfDay, startOfDay } from './days'

it('takes a whole day of the reader: from its first moment to the first of the next', () => {
  expect(startOfDay('2026-11-22')).toBe(new Date(2026, 10, 22).toISOString())
  expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).toISOString())
})

it.each(['', '2026-11', 'yesterday'])('takes %o for no day', (text) => {
  expect(startOfDay(text)).toBeNull()
})
