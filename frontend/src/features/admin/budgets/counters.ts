import type { Counter, Period } from '@/api/admin-budgets'
import { addDays } from '../dashboard/range'

/** From so much of it on, somebody is told to be near the end. */
const NEAR = 0.8

export type Fill = 'free' | 'near' | 'used-up'

/** How much of it is gone, what is held back for running answers included; more than 1 when it was overdrawn. */
export function shareOf({
  used,
  reserved,
  limit,
}: Pick<Counter, 'used' | 'reserved' | 'limit'>): number {
  const all = Number(limit)
  const gone = Number(used) + Number(reserved)
  return all > 0 ? gone / all : gone > 0 ? 1 : 0
}

export function fillOf(counter: Counter): Fill {
  if (Number(counter.left) <= 0) return 'used-up'
  return shareOf(counter) >= NEAR ? 'near' : 'free'
}

/** Those who have the least left come first. */
export function fullestFirst(counters: readonly Counter[]): Counter[] {
  return [...counters].sort((one, other) => shareOf(other) - shareOf(one))
}

/** The first day of the period `step` before or after the one that begins on `start`. */
export function periodStart(start: string, period: Period, step: number): string {
  if (period === 'day') return addDays(start, step)
  const [year = 0, month = 1] = start.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10)
}
