interface Ordered {
  id: string
  order: number
}

/**
 * The list with one moved by `step` places, and whose number has to change for the server to list them so. Numbers
 * may repeat or have gaps; each gets its place.
 */
export function moved<T extends Ordered>(
  list: readonly T[],
  id: string,
  step: 1 | -1,
): { list: T[]; changes: Ordered[] } {
  const from = list.findIndex((each) => each.id === id)
  const to = from + step
  const one = list[from]
  if (!one || to < 0 || to >= list.length) return { list: [...list], changes: [] }
  const others = list.filter((each) => each !== one)
  const sorted = [...others.slice(0, to), one, ...others.slice(to)]
  const changes = sorted.flatMap((each, place) =>
    each.order === place ? [] : [{ id: each.id, order: place }],
  )
  return { list: sorted.map((each, place) => ({ ...each, order: place })), changes }
}
