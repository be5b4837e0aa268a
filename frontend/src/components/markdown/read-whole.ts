import type { Block } from './blocks'
import { formulasReady } from './formulas'
import { MarkdownReader } from './read-markdown'

type Groups = readonly (readonly Block[])[]

/** What a reader scrolls back and forth through; the text that was not read for longest goes first. */
const MAX_CHARACTERS = 1_000_000

const known = new Map<string, Groups>()
let characters = 0
let withFormulas = formulasReady()

/** The blocks of a text that does not grow. They are kept, since rows of a long list come and go. */
export function readWhole(text: string): Groups {
  if (withFormulas !== formulasReady()) {
    withFormulas = formulasReady()
    known.clear()
    characters = 0
  }
  const before = known.get(text)
  known.delete(text)
  if (before === undefined) characters += text.length
  const groups = before ?? new MarkdownReader().read(text)
  known.set(text, groups)
  for (const oldest of known.keys()) {
    if (characters <= MAX_CHARACTERS || oldest === text) break
    known.delete(oldest)
    characters -= oldest.length
  }
  return groups
}
