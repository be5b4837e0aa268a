import { type Links, Marked, type Token, type Tokens } from 'marked'
import { foldSyntax } from './fold-syntax'
import { footnoteMark, footnoteSyntax } from './footnote-syntax'
import { formulaMark, mark } from './marks'
import { mathBlockSyntax, mathSyntax, type MathToken } from './math-syntax'
import { mendInline } from './mend'

const markdown = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  extensions: [
    foldSyntax,
    footnoteSyntax,
    footnoteMark,
    mathBlockSyntax,
    mathSyntax,
    {
      name: 'footnoteMark',
      renderer: (token) => mark('note', String(token.id)),
    },
    { name: 'math', renderer: (token) => formulaMark(token as MathToken) },
    { name: 'mathBlock', renderer: (token) => `<p>${formulaMark(token as MathToken)}</p>` },
  ],
  renderer: {
    // Nothing of it would run or be kept; the browser tells of them as broken policy all the same.
    html: ({ text }) => text.replace(/\s(?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, ''),
    // Form controls are not let through; a task's state is told by a character.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    listitem(item) {
      const task = item.task ? ` data-task="${item.checked ? 'done' : 'open'}"` : ''
      return `<li${task}>${this.parser.parse(item.tokens)}</li>\n`
    },
  },
})

/** One message may not keep the page busy: a longer paragraph is text without markup. */
const MAX_INLINE = 50_000
/** While it is being written, it would be read anew for each frame. */
const MAX_GROWING = 10_000
/** Each bracket or backtick may be compared with all that follows it. */
const MAX_COMPARISONS = 5_000_000

export interface Lexed {
  tokens: Token[]
  links: Links
  /** Reads what is written within these tokens, if that was not done yet. */
  fill(tokens: readonly Token[]): void
}

/** Cuts a text into its blocks. What stands within them is only read when it is asked for. */
export function lex(text: string, links: Links, streaming: boolean): Lexed {
  const lexer = new markdown.Lexer(markdown.defaults)
  Object.assign(lexer.tokens.links, links)
  const tokens = isTooDeep(text) ? [plain(text)] : lexer.blockTokens(text, [])
  const pending = new Map(lexer.inlineQueue.map((entry) => [entry.tokens, entry.src]))
  const last = streaming ? lastInline(tokens) : undefined

  function fillOne(inline: Token[] | undefined): void {
    if (!inline) return
    const source = pending.get(inline)
    if (source === undefined) {
      fill(inline)
      return
    }
    pending.delete(inline)
    const grows = inline === last
    if (isCostly(source) || (grows && source.length > MAX_GROWING)) inline.push(plain(source))
    else lexer.inlineTokens(grows ? mendInline(source) : source, inline)
  }

  function fill(list: readonly Token[]): void {
    for (const token of list) {
      if (token.type === 'list') for (const item of (token as Tokens.List).items) fill(item.tokens)
      else if (token.type === 'table') {
        const table = token as Tokens.Table
        for (const cell of [...table.header, ...table.rows.flat()]) fillOne(cell.tokens)
      } else if ('tokens' in token) fillOne(token.tokens)
    }
  }

  return { tokens, links: lexer.tokens.links, fill }
}

/** The HTML of filled tokens, which is not safe yet. */
export function unsafeHtml(tokens: Token[]): string {
  return markdown.parser(tokens)
}

export function unsafeCells(cells: readonly Tokens.TableCell[]): string {
  return cells
    .map((cell) => {
      const name = cell.header ? 'th' : 'td'
      const align = cell.align ? ` align="${cell.align}"` : ''
      return `<${name}${align}>${markdown.Parser.parseInline(cell.tokens, markdown.defaults)}</${name}>`
    })
    .join('')
}

const MARKERS =
  /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){40}.*$|^[ \t]{200,}(?:[-*+]|\d{1,9}[.)]) .*$/gm
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/

/** Markers within markers, each of which would cost another reading of all that follows. */
function isTooDeep(text: string): boolean {
  return (text.match(MARKERS) ?? []).some((line) => !RULE.test(line))
}

function plain(text: string): Tokens.Text {
  return { type: 'text', raw: text, text }
}

function isCostly(source: string): boolean {
  const signs = source.match(/[[`]/g)?.length ?? 0
  return source.length > MAX_INLINE || signs * source.length > MAX_COMPARISONS
}

/** Where the text that is being written ends. */
function lastInline(tokens: readonly Token[]): Token[] | undefined {
  const token = tokens.findLast(({ type }) => type !== 'space')
  if (!token) return undefined
  if (token.type === 'list') return lastInline((token as Tokens.List).items.at(-1)?.tokens ?? [])
  if (token.type === 'blockquote' || token.type === 'footnote')
    return lastInline(token.tokens ?? [])
  if (token.type === 'table') {
    const table = token as Tokens.Table
    return (table.rows.at(-1) ?? table.header).findLast((cell) => cell.text !== '')?.tokens
  }
  return 'tokens' in token ? token.tokens : undefined
}
