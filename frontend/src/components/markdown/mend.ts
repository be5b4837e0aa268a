const MARKERS_ONLY =
  /(?:^|\n)[ \t>]*(?:-+|=+|[*+]{1,3}|#{1,6}|>|\d{1,9}[.)]?|`{1,2}|~{1,2}|\||:|\[[^\]\n]{0,50}\]?:?[^\n]*|<\/?[a-zA-Z]{0,10}|\\[([]?|\${1,2})[ \t]*$/

/**
 * A text that is still being written, as it is shown: its last line is held back while it may still become
 * anything (a `-` is a list, a rule or a heading), and a table whose second line is under way is one already.
 */
export function calmEnd(text: string): string {
  const held = MARKERS_ONLY.exec(text)
  if (held && !isText(held[0])) {
    return text.slice(0, held.index + (held[0].startsWith('\n') ? 1 : 0))
  }
  const table = /(?:^|\n\n)( {0,3}\|[^\n]*)(\n[ \t]*\|?[|:\- \t]*)?$/.exec(text)
  const header = table?.[1]
  if (!table || !header) return text
  const columns = (
    header
      .trim()
      .replace(/\\\||\|$/g, '')
      .match(/\|/g) ?? []
  ).length
  if (columns === 0) return text
  const start = table.index + table[0].length - header.length - (table[2]?.length ?? 0)
  return `${text.slice(0, start)}${header}\n|${' - |'.repeat(columns)}\n`
}

/** `[x] …` of a line that is no definition: text in brackets, of which only the beginning is awaited. */
function isText(line: string): boolean {
  const bracket = /\[([^\]\n]*)\](:?)/.exec(line)
  return bracket !== null && bracket[2] !== ':' && !/\]$/.test(line)
}

/** Closes what is open at the end of a line of text, and leaves out what would show only its signs. */
export function mendInline(source: string): string {
  let text = source
    .replace(/!\[[^\]\n]*(?:\]\([^)\n]*)?$/, '')
    .replace(/\[([^[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+["'(][^\n]*)?$/, '$1')
    .replace(/(?<![\\!])\[\^?([^[\]\n]{0,200})\]?$/, (whole, inner: string) =>
      whole.startsWith('[^') ? '' : inner,
    )
    .replace(/<\/?[a-zA-Z][^<>\n]*$|<$/, '')
  const code = openCode(text)
  if (code) return code.empty ? text.slice(0, code.at) : text + code.sign
  // Signs at the very end open nothing yet, or are the half of what closes.
  text = text.replace(/(?<!\\)(?:\*{1,3}|_{1,3}|~{1,2})$/, (signs, at: number) =>
    /\s|^$/.test(text[at - 1] ?? '') ? '' : halfClosing(text.slice(0, at), signs),
  )
  return text + openEmphasis(text)
}

/** A code span that is not closed. */
function openCode(text: string): { at: number; sign: string; empty: boolean } | null {
  let at = -1
  let sign = ''
  for (const run of text.matchAll(/(?<!\\)`+/g)) {
    if (at >= 0 && sign === run[0]) at = -1
    else if (at < 0) [at, sign] = [run.index, run[0]]
  }
  return at < 0 ? null : { at, sign, empty: text.slice(at).replaceAll('`', '').trim() === '' }
}

function halfClosing(before: string, signs: string): string {
  const open = openEmphasis(before)
  return open !== '' && open.startsWith(signs) ? '' : signs
}

/** What has to be written so that no emphasis is open. */
function openEmphasis(source: string): string {
  const text = source.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\$[^$\n]+\$/g, (code) =>
    'x'.repeat(code.length),
  )
  const open: string[] = []
  for (const run of text.matchAll(
    /(?<!\\)(?:\*{1,3}|~~|(?<![\p{L}\p{N}_])_{1,3}|_{1,3}(?![\p{L}\p{N}_]))/gu,
  )) {
    const before = text[run.index - 1] ?? ' '
    const after = text[run.index + run[0].length] ?? ' '
    if (open.at(-1) === run[0] && !/\s/.test(before)) open.pop()
    else if (!/\s/.test(after)) open.push(run[0])
  }
  return open.toReversed().join('')
}
