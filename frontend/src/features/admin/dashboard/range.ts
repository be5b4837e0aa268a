/** Days of the house as `2026-11-22`, the first and the last included. */
export interface Range {
  from: string
  to: string
}

export const PRESETS = [7, 30, 90] as const
export type Preset = (typeof PRESETS)[number]
const USUAL: Preset = 30
/** More the server does not tell at once. */
export const MOST_DAYS = 400
/** So many days of single turns it tells at once. */
export const MOST_TURN_DAYS = 31

const DAY_MS = 86_400_000
const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(time(text)) &&
  addDays(text, 0) === text

/** The day it is in a zone now. */
export function todayIn(zone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return parts.format(now)
}

/** Calendar days have no zone, and no hours that summer time could take. */
export function addDays(day: string, count: number): string {
  return new Date(time(day) + count * DAY_MS).toISOString().slice(0, 10)
}

export function lengthOf({ from, to }: Range): number {
  return Math.round((time(to) - time(from)) / DAY_MS) + 1
}

export function eachDay(range: Range): string[] {
  return Array.from({ length: lengthOf(range) }, (_, n) => addDays(range.from, n))
}

export const lastDays = (count: number, today: string): Range => ({
  from: addDays(today, 1 - count),
  to: today,
})

/** What the address says: two days, else so many days up to today; anything that makes no sense is the usual. */
export function rangeOf(query: Record<string, unknown>, today: string): Range {
  const { from, to } = query
  if (isDay(from) && isDay(to) && from <= to && lengthOf({ from, to }) <= MOST_DAYS) {
    return { from, to }
  }
  return lastDays(presetOf(query) ?? USUAL, today)
}

/** Which of the usual ranges the address asks for; null for one of its own. */
export function presetOf(query: Record<string, unknown>): Preset | null {
  if (isDay(query.from) && isDay(query.to)) return null
  return PRESETS.find((days) => String(days) === query.days) ?? USUAL
}

/** As many days, right before. */
export function periodBefore(range: Range): Range {
  const to = addDays(range.from, -1)
  return { from: addDays(to, 1 - lengthOf(range)), to }
}

/** The part of it whose single turns can be told: its last days. */
export function turnsPart(range: Range): Range {
  const earliest = addDays(range.to, 1 - MOST_TURN_DAYS)
  return { from: range.from > earliest ? range.from : earliest, to: range.to }
}
