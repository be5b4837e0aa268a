import type { RunStatistics } from '@/api/admin-runs'
import { addDays, eachDay } from '../dashboard/range'

/** The four figures of every day of the range; 0 where there was nothing, null where there is no average. */
export interface DailyFigures {
  days: string[]
  runs: number[]
  people: number[]
  tokens: number[]
  perPerson: (number | null)[]
}

export function dailyFigures(statistics: RunStatistics): DailyFigures {
  const days = eachDay({ from: statistics.from, to: addDays(statistics.to, -1) })
  const runs = new Map(statistics.runs.map((row) => [row.date, row.runs]))
  const people = new Map(statistics.terminals.map((row) => [row.date, row.terminal_count]))
  const tokens = new Map(statistics.tokens.map((row) => [row.date, row.token_count]))
  const perPerson = new Map(statistics.interactions.map((row) => [row.date, row.interactions]))
  return {
    days,
    runs: days.map((day) => runs.get(day) ?? 0),
    people: days.map((day) => people.get(day) ?? 0),
    tokens: days.map((day) => tokens.get(day) ?? 0),
    perPerson: days.map((day) => perPerson.get(day) ?? null),
  }
}
