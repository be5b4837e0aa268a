import type { TokenizerExtension, Tokens } from 'marked'

export interface MathToken extends Tokens.Generic {
  type: 'math' | 'mathBlock'
  source: string
  display: boolean
  /** Not closed yet: it is shown as it is written. */
  closed: boolean
}

const MAX_LENGTH = 10_000
const ENDS = { $$: '$$', '\\[': '\\]' } as const
const BLANK_LINE = /\n[ \t]*\n/
const REST_OF_LINE = /^[ \t]*[.,;:!?。，；：！？]?[ \t]*(?:\n|$)/

/** `$$…$$` and `\[…\]` on lines of their own. They end at a blank line, closed or not. */
export const mathBlockSyntax: TokenizerExtension = {
  name: 'mathBlock',
  level: 'block',
  start(src) {
    const found = src.search(/\n {0,3}(?:\$\$|\\\[)|\n[ \t]*\n/)
    return found >= 0 && /^\n {0,3}[$\\]/.test(src.slice(found, found + 5)) ? found + 1 : undefined
  },
  tokenizer(src): MathToken | undefined {
    const opening = /^ {0,3}(\$\$|\\\[)/.exec(src)
    if (!opening) return undefined
    const start = opening[0].length
    const sign = opening[1] as keyof typeof ENDS
    const blank = src.slice(start).search(BLANK_LINE)
    const limit = blank < 0 ? src.length : start + blank
    const end = src.indexOf(ENDS[sign], start)
    if (end < 0 || end > limit) {
      if (limit - start > MAX_LENGTH) return undefined
      const raw = src.slice(0, limit)
      return { type: 'mathBlock', raw, source: raw.trim(), display: true, closed: false }
    }
    const source = src.slice(start, end).trim()
    const rest = REST_OF_LINE.exec(src.slice(end + 2))
    if (!rest || source === '' || source.length > MAX_LENGTH) return undefined
    const raw = src.slice(0, end + 2 + rest[0].length)
    return { type: 'mathBlock', raw, source, display: true, closed: true }
  },
}

const PAIRS = [
  [/^\$\$([^$]{1,10000}?)\$\$/, true],
  [/^\\\[([\s\S]{1,10000}?)\\\]/, true],
  [/^\\\(([\s\S]{1,10000}?)\\\)/, false],
] as const

/** `$…$`, `\(…\)` and, within a line, `$$…$$` and `\[…\]`. */
export const mathSyntax: TokenizerExtension = {
  name: 'math',
  level: 'inline',
  start(src) {
    const found = src.search(/\$|\\[([]/)
    return found < 0 ? undefined : found
  },
  tokenizer(src, before): MathToken | undefined {
    for (const [pattern, display] of PAIRS) {
      const found = pattern.exec(src)
      if (found?.[1]?.trim()) return math(found[0], found[1], display)
    }
    if (!src.startsWith('$') || /[\w$\\]/.test(before.at(-1)?.raw.at(-1) ?? '')) return undefined
    const dollars = /^\$(?![\s$])((?:\\[^\n]|[^\\$\n])*?(?:\\[^\n]|[^\\$\s]))\$(?![\w$])/.exec(src)
    return dollars?.[1] && !isPrice(dollars[1]) ? math(dollars[0], dollars[1], false) : undefined
  },
}

function math(raw: string, source: string, display: boolean): MathToken {
  return { type: 'math', raw, source: source.trim(), display, closed: true }
}

/** In "$5, or 10$" the dollars stand for money: a number that goes on in words, without a sign of arithmetic. */
function isPrice(source: string): boolean {
  return /^\d/.test(source) && /[\s\p{L}]{2}|\s/u.test(source) && !/[\\^_{}=<>+*]/.test(source)
}
