/** A number that JavaScript would round, as it was written. */
export class WrittenNumber {
  constructor(readonly source: string) {}
}

export type Json =
  null | boolean | number | string | WrittenNumber | Json[] | { [name: string]: Json }

/** The value of a JSON text; undefined where it is none. Large numbers, ids above all, keep their digits. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text, keepDigits) as Json
  } catch {
    return undefined
  }
}

/** Browsers that do not tell the source round, as they do everywhere. */
export function keepDigits(
  this: unknown,
  _: string,
  value: unknown,
  context?: { source?: string },
): unknown {
  const source = context?.source
  return typeof value === 'number' &&
    source &&
    !Number.isSafeInteger(value) &&
    /^-?\d+$/.test(source)
    ? new WrittenNumber(source)
    : value
}

export type Branch = Json[] | Record<string, Json>

export const isBranch = (value: Json): value is Branch =>
  typeof value === 'object' && value !== null && !(value instanceof WrittenNumber)

/** What a list or an object holds, with names; a list names by place. */
export const entriesOf = (branch: Branch): [string, Json][] => Object.entries(branch)

/** A value that holds nothing, as it is written. */
export function written(value: Exclude<Json, Branch>): string {
  return value instanceof WrittenNumber ? value.source : JSON.stringify(value)
}

/** As it is copied: with blanks, for people. Text that is no JSON is left as it is. */
export function readable(text: string): string {
  const value = parseJson(text)
  // What kept its digits cannot be written again without them.
  return value === undefined || holdsWritten(value) ? text : JSON.stringify(value, null, 2)
}

function holdsWritten(value: Json): boolean {
  return (
    value instanceof WrittenNumber || (isBranch(value) && Object.values(value).some(holdsWritten))
  )
}
