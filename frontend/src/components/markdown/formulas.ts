import { shallowRef } from 'vue'
import { escapeHtml, sanitizeMathMl } from './sanitize'

type Katex = typeof import('katex')

const katex = shallowRef<Katex['default'] | null>(null)
let asked = false
/** More than one answer shows; the rest is drawn again when it is seen again. */
const MAX_KEPT = 500
const drawn = new Map<string, string>()

/** Whether formulas can be drawn; until then their source stands in their place. */
export const formulasReady = () => katex.value !== null

/** Loads what draws formulas; the first one that is met does it. */
export async function loadFormulas(): Promise<void> {
  if (asked) return
  asked = true
  try {
    katex.value = (await import('katex')).default
  } catch {
    // The source of a formula can be read, too; the next one that is met tries again.
    asked = false
  }
}

/** A formula as MathML, or its source where it has none. */
export function formulaHtml(source: string, display: boolean): string {
  if (!katex.value) {
    void loadFormulas()
    return sourceHtml(source, display)
  }
  const key = `${display ? 'block' : 'inline'} ${source}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const html = draw(katex.value, source, display)
  if (drawn.size >= MAX_KEPT) drawn.clear()
  drawn.set(key, html)
  return html
}

function draw(library: Katex['default'], source: string, display: boolean): string {
  try {
    const html = library.renderToString(source, {
      output: 'mathml',
      displayMode: display,
      trust: false,
      strict: 'ignore',
      maxSize: 20,
      maxExpand: 500,
    })
    // The copy of the source within is nothing that a reader sees, and no part of the presentation.
    const presentation = html
      .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
      .replace(/<\/?(?:semantics|span)[^>]*>/g, '')
    return sanitizeMathMl(presentation)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return sourceHtml(source, display, reason)
  }
}

function sourceHtml(source: string, display: boolean, reason = ''): string {
  const title = reason ? ` title="${escapeHtml(reason)}"` : ''
  const code = `<code data-formula-source${title}>${escapeHtml(source)}</code>`
  return display ? `<span data-formula-block>${code}</span>` : code
}
