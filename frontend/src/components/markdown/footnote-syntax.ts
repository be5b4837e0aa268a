import type { TokenizerExtension, Tokens } from 'marked'

export interface FootnoteToken extends Tokens.Generic {
  type: 'footnote'
  id: string
  tokens: Tokens.Generic[]
}

const DEFINITION =
  /^ {0,3}\[\^([^\s[\]^]{1,50})\]:[ \t]*([^\n]*(?:\n+(?: {2,}|\t)[^\n]+|\n(?![ \t]*\n|\[\^| {0,3}(?:[#>*+-]|```|\d+[.)] ))[^\n]+)*)(?:\n|$)/

/** `[^1]: the note`; the lines that belong to it are indented or follow at once. */
export const footnoteSyntax: TokenizerExtension = {
  name: 'footnote',
  level: 'block',
  start(src) {
    const found = src.search(/\n {0,3}\[\^|\n[ \t]*\n/)
    return found >= 0 && /^\n {0,3}\[/.test(src.slice(found, found + 5)) ? found + 1 : undefined
  },
  tokenizer(src): FootnoteToken | undefined {
    const found = DEFINITION.exec(src)
    if (!found) return undefined
    const text = (found[2] ?? '').replace(/\n(?: {2,4}|\t)/g, '\n')
    return {
      type: 'footnote',
      raw: found[0],
      id: found[1] ?? '',
      tokens: this.lexer.blockTokens(text, []),
    }
  },
}

/** `[^1]` in a text. The number is the author's, so that it stays while the notes are still to come. */
export const footnoteMark: TokenizerExtension = {
  name: 'footnoteMark',
  level: 'inline',
  start: (src) => {
    const found = src.indexOf('[^')
    return found < 0 ? undefined : found
  },
  tokenizer(src) {
    const found = /^\[\^([^\s[\]^]{1,50})\](?!\()/.exec(src)
    return found ? { type: 'footnoteMark', raw: found[0], id: found[1] } : undefined
  },
}
