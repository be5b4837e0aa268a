/** The moment at which a day of the reader's begins; a filter `from` that is inclusive. `''` is no day. */
export function startOfDay(day: string): string | null {
  return moment(day, 0)
}

/** The moment at which a day of the reader's is over; a filter `to` that is exclusive. */
export function endOfDay(day: string): string | null {
  return moment(day, 1)
}

function moment(day: string, later: number): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) return null
  const [, year, month, date] = found.map(Number) as [number, number, number, number]
  const time = new Date(year, month - 1, date + later)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
