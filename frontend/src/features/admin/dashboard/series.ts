import type { Money, UsageRow } from '@/api/admin-usage'
import { eachDay, type Range } from './range'

/** One day of a chart; null where there was nothing to measure, 0 where there was nothing. */
export interface Day {
  day: string
  turns: number
  completed: number
  stopped: number
  /** Failed or interrupted: those that a person got no whole answer from, against their will. */
  failed: number
  paused: number
  promptTokens: number
  completionTokens: number
  cost: readonly Money[]
  p50: number | null
  p95: number | null
}

/** Every day of the range in order, those without a turn too. */
export function dayTable(rows: readonly UsageRow[], range: Range): Day[] {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return eachDay(range).map((day) => dayOf(day, byDay.get(day)))
}

function dayOf(day: string, row: UsageRow | undefined): Day {
  return {
    day,
    turns: row?.turns ?? 0,
    completed: row?.completed ?? 0,
    stopped: row?.stopped ?? 0,
    failed: (row?.failed ?? 0) + (row?.interrupted ?? 0),
    paused: row?.paused ?? 0,
    promptTokens: row?.prompt_tokens ?? 0,
    completionTokens: row?.completion_tokens ?? 0,
    cost: row?.cost ?? [],
    p50: row?.first_token_ms?.p50 ?? null,
    p95: row?.first_token_ms?.p95 ?? null,
  }
}

/** Each currency once, by name: amounts of different ones are never added. */
export function currenciesOf(costs: readonly (readonly Money[])[]): string[] {
  return [...new Set(costs.flat().map(({ currency }) => currency))].sort()
}

/** For the eye; the exact decimal is the text that the server told. */
export function amountOf(cost: readonly Money[], currency: string): number {
  return Number(cost.find((money) => money.currency === currency)?.amount ?? 0)
}

/** By how much it grew, 0.5 for half as much again; null where there was nothing to compare with. */
export function growth(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before
}
