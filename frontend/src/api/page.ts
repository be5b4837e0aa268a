/** One page of a list. `next_cursor` is opaque and null, or absent, on the last page. */
export interface Page<T> {
  data: T[]
  next_cursor?: string | null
}

export const MAX_PAGE_SIZE = 100

/** Reads every page of a list that is short by nature. */
export async function readAll<T>(load: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await load(cursor)
    items.push(...page.data)
    cursor = page.next_cursor ?? null
  } while (cursor !== null)
  return items
}
