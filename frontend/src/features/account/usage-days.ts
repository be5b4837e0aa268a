import type { UsagePage, UsageRow } from '@/api/usage'

export interface UsageDay {
  day: string
  turns: number
  tokens: number
}

/** A day for each of the time that was asked for, also for those on which nothing happened. */
export function usageDays({ data, from, to }: Pick<UsagePage, 'data' | 'from' | 'to'>): UsageDay[] {
  const known = new Map(data.map((row) => [row.day, row]))
  const days: UsageDay[] = []
  // Calendar days, not moments: in UTC each has 24 hours.
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10)
    const row = known.get(day)
    days.push({ day, turns: row?.turns ?? 0, tokens: row?.total_tokens ?? 0 })
  }
  return days
}

/** Everything together; costs by currency, each as exact as a number can be. */
export function usageTotal(rows: readonly UsageRow[]) {
  const costs = new Map<string, number>()
  for (const { amount, currency } of rows.flatMap((row) => row.cost)) {
    costs.set(currency, (costs.get(currency) ?? 0) + Number(amount))
  }
  return {
    turns: rows.reduce((sum, row) => sum + row.turns, 0),
    tokens: rows.reduce((sum, row) => sum + row.total_tokens, 0),
    costs: [...costs],
  }
}
