/** One thing that is told of an act; `old` where it was another before. */
export interface Detail {
  name: string
  value: string
  old?: string
}

/**
 * The details of an act in pairs: `old` and `new` are one change, `old_x` and `new_x` a change of `x`. What somebody
 * has spoilt in the database is shown as they left it.
 */
export function readDetails(details: unknown): Detail[] {
  if (details === null || details === undefined) return []
  if (typeof details !== 'object') return [{ name: '', value: written(details) }]
  const given = new Map(Object.entries(details).map(([name, value]) => [name, written(value)]))
  const found: Detail[] = []
  for (const [name, value] of given) {
    const of = /^(old|new)(?:_(.+))?$/.exec(name)
    if (!of) {
      found.push({ name, value })
      continue
    }
    const [, side, subject = ''] = of
    const after = given.get(subject ? `new_${subject}` : 'new')
    if (side === 'old') found.push({ name: subject, old: value, value: after ?? '' })
    else if (!given.has(subject ? `old_${subject}` : 'old')) found.push({ name: subject, value })
  }
  return found
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * The details in short: without what is only a row of ids, and without the names of fields whose values are told, too.
 */
export function inShort(details: readonly Detail[]): Detail[] {
  const told = new Set(details.map(({ name }) => name))
  const isTold = ({ name, value }: Detail) =>
    name === 'fields' && value.split(' ').every((field) => told.has(field))
  return details.filter((detail) => !/_ids?$/.test(detail.name) && !isTold(detail))
}
