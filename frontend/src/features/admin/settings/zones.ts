import type { Choice } from '../parts/choice'

const MOST_SHOWN = 60

/** What a zone is ahead of UTC today, as "GMT+08:00". */
function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  return parts.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** The zones whose name has all words of the query in it; "new york" finds America/New_York. */
export function findZones(query: string): Choice[] {
  const words = query
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean)
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
    .filter((zone) => words.every((word) => zone.toLowerCase().includes(word)))
    .slice(0, MOST_SHOWN)
    .map(zoneChoice)
}

export const zoneChoice = (zone: string): Choice => ({
  id: zone,
  name: zone.replaceAll('_', ' '),
  note: offsetOf(zone),
})
