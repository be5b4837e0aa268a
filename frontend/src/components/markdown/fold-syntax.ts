import type { TokenizerExtension, Tokens } from 'marked'

export interface FoldToken extends Tokens.Generic {
  type: 'fold'
  thinking: boolean
  summary: string
  text: string
  closed: boolean
  open: boolean
}

const OPENING = /^ {0,3}<(think|thinking|details)\b([^<>\n]*)>/i
const SUMMARY = /^\s*<summary\b[^<>]*>([\s\S]*?)<\/summary>/i
const UNFINISHED_TAG = /<\/?[a-z]*$/i
const CODE_SPAN = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g

/**
 * `<think>…</think>`, which may stand anywhere in a line, and `<details>` with its summary, in which older
 * versions of Dify put what a model thought. One that is not closed reaches to the end of the text.
 */
export const foldSyntax: TokenizerExtension = {
  name: 'fold',
  level: 'block',
  start(src) {
    // Looked for in this paragraph only: in the whole rest, each paragraph would cost the whole text.
    const end = src.indexOf('\n\n')
    const paragraph = end < 0 ? src : src.slice(0, end)
    if (!paragraph.includes('<')) return undefined
    const masked = paragraph.replace(CODE_SPAN, (code) => ' '.repeat(code.length))
    const found = masked.search(/(?<!\\)<think(?:ing)?>|\n {0,3}<details\b/i)
    if (found < 0) return undefined
    return masked[found] === '\n' ? found + 1 : found
  },
  tokenizer(src): FoldToken | undefined {
    const opening = OPENING.exec(src)
    if (!opening) return undefined
    const [start, name = '', attributes = ''] = opening
    const end = closing(src, name, start.length)
    const inner = src.slice(start.length, end ? end.from : src.length)
    const summary = name.toLowerCase() === 'details' ? SUMMARY.exec(inner) : null
    const label = (summary?.[1] ?? '').replace(/<[^>]*>/g, '').trim()
    const text = inner.slice(summary?.[0].length ?? 0)
    const thinking = name.toLowerCase() !== 'details' || /^thinking\b/i.test(label)
    return {
      type: 'fold',
      raw: src.slice(0, end ? end.to : src.length),
      thinking,
      summary: label,
      text: (end ? text : text.replace(UNFINISHED_TAG, '')).trim(),
      closed: end !== null,
      open: !thinking && /\bopen\b/i.test(attributes),
    }
  },
}

/** Where the tag that closes this one stands. */
function closing(src: string, name: string, start: number): { from: number; to: number } | null {
  const tags = new RegExp(`<(/?)${name}\\b[^<>]*>`, 'gi')
  tags.lastIndex = start
  let depth = 1
  for (let tag = tags.exec(src); tag; tag = tags.exec(src)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return { from: tag.index, to: tags.lastIndex }
  }
  return null
}
