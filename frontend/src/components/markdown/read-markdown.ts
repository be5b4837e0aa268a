import type { Links, Token, Tokens } from 'marked'
import type { Block } from './blocks'
import { formulasReady } from './formulas'
import { lex } from './lexer'
import { calmEnd } from './mend'
import { BlockMaker, type Known } from './to-blocks'

/** Blocks are handed out in groups, so that a group in which nothing changed need not even be looked at. */
const GROUP = 20

/**
 * Reads a document that grows. A block that is followed by an empty line and a whole line of the next one cannot
 * change any more: it is kept, and reading goes on behind it. The outcome is that of reading all at once.
 */
export class MarkdownReader {
  private text = ''
  private readonly groups: Block[][] = []
  /** Where in the text what is not final begins. */
  private end = 0
  /** The definitions of what is final, and all those the blocks were made with. */
  private links: Links = {}
  private applied: Links = {}
  private known: Known = new Map()
  private withFormulas = formulasReady()

  read(text: string, streaming = false): readonly (readonly Block[])[] {
    const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
    if (!source.startsWith(this.text) || this.withFormulas !== formulasReady()) this.reset()
    this.text = source
    const rest = source.slice(this.end)
    const lexed = lex(streaming ? calmEnd(rest) : rest, this.links, streaming)
    const changed = changedLabels(this.applied, lexed.links)
    if (this.isReferredTo(changed)) {
      this.reset()
      return this.read(text, streaming)
    }
    // A block is kept for its source; what that refers to has changed.
    if (changed.length > 0) this.known = new Map()
    this.applied = lexed.links
    const kept: Known = new Map()
    const maker = new BlockMaker(lexed, this.known, kept, streaming)
    const { count, length } = finished(lexed.tokens, rest)
    // What comes last in a text is made with the end of the text in mind, and never final.
    this.add(maker.blocks(lexed.tokens.slice(0, count), false))
    const tail = maker.blocks(lexed.tokens.slice(count), true)
    collectLinks(lexed.tokens.slice(0, count), this.links)
    this.end += length
    this.known = kept
    return tail.length > 0 ? [...this.groups, tail] : this.groups.slice()
  }

  private add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      const last = this.groups.at(-1)
      if (last && last.length < GROUP) this.groups[this.groups.length - 1] = [...last, block]
      else this.groups.push([block])
    }
  }

  /** Whether what is final refers to one of these. */
  private isReferredTo(labels: readonly string[]): boolean {
    if (labels.length === 0 || this.end === 0) return false
    const before = this.text.slice(0, this.end).toLowerCase().replace(/\s+/g, ' ')
    return labels.some((label) => before.includes(`[${label}]`))
  }

  private reset(): void {
    this.text = ''
    this.groups.length = 0
    this.end = 0
    this.links = {}
    this.applied = {}
    this.known = new Map()
    this.withFormulas = formulasReady()
  }
}

function changedLabels(before: Links, now: Links): string[] {
  return Object.keys({ ...before, ...now }).filter(
    (label) =>
      before[label]?.href !== now[label]?.href || before[label]?.title !== now[label]?.title,
  )
}

/** The first definition of a label is the one that counts. */
function collectLinks(tokens: readonly Token[], links: Links): void {
  for (const token of tokens) {
    if (token.type === 'def') {
      const { tag, href, title } = token as Tokens.Def
      links[tag] ??= { href, title }
    } else if (token.type === 'list') {
      for (const item of (token as Tokens.List).items) collectLinks(item.tokens, links)
    } else if (token.type === 'blockquote') collectLinks(token.tokens ?? [], links)
  }
}

/** How many of the tokens can change no more, and how long their source is. */
function finished(tokens: readonly Token[], source: string): { count: number; length: number } {
  let offset = 0
  let found = { count: 0, length: 0 }
  for (const [index, token] of tokens.entries()) {
    const begins = token.type !== 'space' && index > 0
    const wholeLine = source.indexOf('\n', offset) >= 0
    if (begins && wholeLine && afterEmptyLine(source, offset)) {
      found = { count: index, length: offset }
    }
    // The lexer says where it is only by what it took; where that is not the source, nothing is certain.
    if (!source.startsWith(token.raw, offset)) break
    offset += token.raw.length
  }
  return found
}

function afterEmptyLine(source: string, offset: number): boolean {
  let at = offset
  for (let newlines = 0; newlines < 2; newlines += 1) {
    at -= 1
    while (source[at] === ' ' || source[at] === '\t') at -= 1
    if (source[at] !== '\n') return false
  }
  return true
}
