/** A piece of the text of a form: words, or the place of a field. */
export type FormSegment = { text: string } | { field: string }

const PLACE = /\{\{#\$output\.([^#{}]+)#\}\}/g

/** The text with its fields where its author has put them; those that have no place come last. */
export function segmentsOf(content: string, names: readonly string[]): FormSegment[] {
  const segments: FormSegment[] = []
  const placed = new Set<string>()
  let from = 0
  const addText = (text: string) => {
    if (text.trim() !== '') segments.push({ text: text.trim() })
  }
  for (const match of content.matchAll(PLACE)) {
    addText(content.slice(from, match.index))
    from = match.index + match[0].length
    const name = match[1] ?? ''
    if (!names.includes(name) || placed.has(name)) continue
    placed.add(name)
    segments.push({ field: name })
  }
  addText(content.slice(from))
  return [...segments, ...names.filter((name) => !placed.has(name)).map((field) => ({ field }))]
}
