import type { Token, Tokens } from 'marked'
import { type AlertKind, ALERTS, type Block, type ListItem } from './blocks'
import type { FoldToken } from './fold-syntax'
import type { FootnoteToken } from './footnote-syntax'
import { type Lexed, unsafeCells, unsafeHtml } from './lexer'
import { fillMarks } from './marks'
import { sanitizeHtml } from './sanitize'

/** What was drawn before, by its source. */
export type Known = Map<string, Block | ListItem | string>

const ROWS_AT_ONCE = 20
const ALERT = new RegExp(`^\\[!(${ALERTS.join('|')})\\][ \\t]*(?:\\n|$)`, 'i')

/** Makes the blocks of one text; what `known` has already is taken from there and goes into `kept`. */
export class BlockMaker {
  constructor(
    private readonly lexed: Lexed,
    private readonly known: Known,
    private readonly kept: Known,
    private readonly streaming: boolean,
  ) {}

  /** `atEnd`: these tokens are where the text grows. */
  blocks(tokens: readonly Token[], atEnd: boolean): Block[] {
    const shown = tokens.filter(({ type }) => type !== 'space' && type !== 'def')
    return shown.map((token, index) => this.block(token, atEnd && index === shown.length - 1))
  }

  block(token: Token, atEnd: boolean): Block {
    return this.keep(`${token.type} ${this.end(atEnd)} ${token.raw}`, () => this.make(token, atEnd))
  }

  private make(token: Token, atEnd: boolean): Block {
    switch (token.type) {
      case 'code':
        return code(token as Tokens.Code)
      case 'fold': {
        const { thinking, summary, text, closed, open } = token as FoldToken
        return { type: 'fold', thinking, summary, text, closed, open }
      }
      case 'list':
        return this.list(token as Tokens.List, atEnd)
      case 'table':
        return this.table(token as Tokens.Table, atEnd)
      case 'blockquote':
        return this.quote(token as Tokens.Blockquote, atEnd)
      case 'footnote': {
        const { id, tokens } = token as FootnoteToken
        return { type: 'footnote', id, blocks: this.blocks(tokens, atEnd) }
      }
      default:
        return this.html([token])
    }
  }

  private html(tokens: Token[]): Block {
    this.lexed.fill(tokens)
    return { type: 'html', html: fillMarks(sanitizeHtml(unsafeHtml(tokens))) }
  }

  private list(list: Tokens.List, atEnd: boolean): Block {
    const items = list.items.map((item, index): ListItem => {
      const last = atEnd && index === list.items.length - 1
      const key = `item ${list.loose} ${item.task} ${this.end(last)} ${item.raw}`
      return this.keep(key, () => ({
        task: item.task ? (item.checked ? 'done' : 'open') : null,
        blocks: item.tokens.some(needsComponent)
          ? this.blocks(item.tokens, last)
          : [this.html(item.tokens)],
      }))
    })
    return { type: 'list', start: list.ordered ? Number(list.start) : null, items }
  }

  private table(table: Tokens.Table, atEnd: boolean): Block {
    const [header = '', ...lines] = table.raw.split('\n')
    lines.shift()
    const align = table.align.join()
    const head = this.keep(`head ${align} ${header}`, () => this.rows('thead', [table.header]))
    // Only the rows at the end grow.
    const bodies: string[] = []
    for (let from = 0; from < table.rows.length; from += ROWS_AT_ONCE) {
      const rows = table.rows.slice(from, from + ROWS_AT_ONCE)
      const last = atEnd && from + ROWS_AT_ONCE >= table.rows.length
      const source = lines.slice(from, from + ROWS_AT_ONCE).join('\n')
      const key = `rows ${align} ${table.header.length} ${this.end(last)} ${source}`
      bodies.push(this.keep(key, () => this.rows('tbody', rows)))
    }
    return { type: 'table', head, bodies }
  }

  /** Rows need their table around them to be read as rows. */
  private rows(part: 'thead' | 'tbody', rows: readonly (readonly Tokens.TableCell[])[]): string {
    this.lexed.fill(rows.map((cells) => ({ type: 'row', raw: '', tokens: cells.map(asToken) })))
    const html = rows.map((cells) => `<tr>${unsafeCells(cells)}</tr>`).join('')
    const safe = sanitizeHtml(`<table><${part}>${html}</${part}></table>`)
    return fillMarks(safe.replace(/^[\s\S]*?<t(?:head|body)>|<\/t(?:head|body)>[\s\S]*$/g, ''))
  }

  private quote(quote: Tokens.Blockquote, atEnd: boolean): Block {
    const first = quote.tokens[0]
    const kind = ALERT.exec(quote.text)?.[1]?.toLowerCase() as AlertKind | undefined
    if (!kind || first?.type !== 'paragraph') {
      if (!quote.tokens.some(needsComponent)) return this.html([quote])
      return { type: 'quote', alert: null, blocks: this.blocks(quote.tokens, atEnd) }
    }
    const rest = this.withoutFirstLine(first as Tokens.Paragraph)
    const tokens = rest ? [rest, ...quote.tokens.slice(1)] : quote.tokens.slice(1)
    return { type: 'quote', alert: kind, blocks: this.blocks(tokens, atEnd) }
  }

  /** The paragraph without the line that says which alert it is. */
  private withoutFirstLine(paragraph: Tokens.Paragraph): Token | null {
    this.lexed.fill([paragraph])
    const inline = paragraph.tokens
    const end = inline.findIndex(({ type }) => type === 'br')
    if (end < 0) return null
    return { ...paragraph, tokens: inline.slice(end + 1) }
  }

  private end(atEnd: boolean): string {
    return atEnd && this.streaming ? '…' : ''
  }

  private keep<T extends Block | ListItem | string>(key: string, make: () => T): T {
    const value = (this.known.get(key) as T | undefined) ?? make()
    this.kept.set(key, value)
    return value
  }
}

function asToken(cell: Tokens.TableCell): Token {
  return { type: 'cell', raw: cell.text, tokens: cell.tokens }
}

/** What is more than HTML: it has buttons, scrolls or folds. */
function needsComponent(token: Token): boolean {
  switch (token.type) {
    case 'code':
    case 'fold':
    case 'table':
    case 'footnote':
      return true
    case 'list':
      return (token as Tokens.List).items.some((item) => item.tokens.some(needsComponent))
    case 'blockquote':
      return ALERT.test(String(token.text)) || (token.tokens ?? []).some(needsComponent)
    default:
      return false
  }
}

function code(token: Tokens.Code): Block {
  const language = /^\S*/.exec(token.lang ?? '')?.[0].toLowerCase() ?? ''
  const closed = token.codeBlockStyle === 'indented' || isClosed(token.raw)
  return { type: 'code', language, code: token.text, closed }
}

function isClosed(raw: string): boolean {
  const lines = raw.trimEnd().split('\n')
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1]
  const end = lines.length > 1 ? (lines.at(-1)?.trim() ?? '') : ''
  return fence !== undefined && end.startsWith(fence) && /^(`+|~+)$/.test(end)
}
