/** Longer answers are told by their beginning; the whole is in the message list. */
const MAX_SPOKEN = 2000

export interface Sentences {
  /** The sentences that have been completed since the last call; all that is left when the text is `whole`. */
  next(text: string, whole: boolean): string
  /** More was written than is told. */
  readonly full: boolean
}

/** Cuts a growing Markdown text into whole sentences, to be spoken. */
export function sentences(locale: string): Sentences {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  /** How much of the Markdown has been told. */
  let told = 0
  let spoken = 0

  function next(text: string, whole: boolean): string {
    if (spoken >= MAX_SPOKEN) return ''
    const rest = text.slice(told)
    const end = whole ? rest.length : completeUntil(rest)
    if (end === 0) return ''
    told += end
    const words = plain(rest.slice(0, end)).slice(0, MAX_SPOKEN - spoken)
    spoken += words.length
    return words
  }

  /** The last sentence may go on, and so may a block of code that is not closed. */
  function completeUntil(text: string): number {
    const fences = [...text.matchAll(/^ {0,3}(```|~~~)/gm)]
    const open = fences.length % 2 === 1 ? (fences.at(-1)?.index ?? 0) : text.length
    const closed = text.slice(0, open)
    let end = 0
    for (const { index, segment } of segmenter.segment(closed)) {
      const after = index + segment.length
      if (after < closed.length || /[\n。！？]\s*$/.test(segment)) end = after
    }
    return end
  }

  return {
    next,
    get full() {
      return spoken >= MAX_SPOKEN
    },
  }
}

/** What is read aloud of Markdown: words, without the signs that shape them, and without code and formulas. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/^ {0,3}(```|~~~)[^\n]*\n[\s\S]*?(^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, ' … ')
    .replaceAll(/<think>[\s\S]*?(<\/think>|$)/g, ' ')
    .replaceAll(/\$\$[\s\S]*?\$\$/g, ' … ')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, ' ')
    .replaceAll(/^\s{0,3}(#{1,6}|>+|[-*+]|\d+[.)])\s+/gm, '')
    .replaceAll(/(\*\*|__|~~|`+)/g, '')
    .replaceAll(/(^|\s)[*_](\S[^*_]*)[*_](?=\s|[.,;:!?]|$)/g, '$1$2')
    .replaceAll('|', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
