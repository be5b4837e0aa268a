import { formulaHtml } from './formulas'
import type { MathToken } from './math-syntax'
import { escapeHtml } from './sanitize'

/*
 * Formulas and marks of footnotes pass the sanitiser as empty elements that only name them, and take their
 * place afterwards. What they say could be written by anybody: it is a formula and a number, no HTML.
 */
const MARK = /<span data-(formula|display|note)="([^"]*)"><\/span>/g

export function mark(kind: 'formula' | 'display' | 'note', text: string): string {
  return `<span data-${kind}="${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '�'))}"></span>`
}

export function formulaMark(token: MathToken): string {
  if (!token.closed) return escapeHtml(token.source).replaceAll('\n', '<br>')
  return mark(token.display ? 'display' : 'formula', token.source)
}

/** Puts what the marks stand for into sanitised HTML. */
export function fillMarks(html: string): string {
  return html.replace(MARK, (_whole, kind: string, encoded: string) => {
    const text = decode(encoded)
    if (kind === 'note') {
      const id = escapeHtml(text)
      return `<sup><a href="#" role="doc-noteref" data-note="${id}">${id}</a></sup>`
    }
    return formulaHtml(text, kind === 'display')
  })
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // Not written by us; it is a text like any other.
    return encoded
  }
}
