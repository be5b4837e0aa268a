import DOMPurify from 'dompurify'
import { Marked, type Token } from 'marked'

/** A top-level block of a document. While text is appended, all but the last keep their source. */
export interface MarkdownBlock {
  source: string
  html: string
}

const markdown = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  // Form controls are not let through; a task's state is told by a character.
  renderer: { checkbox: ({ checked }) => (checked ? '☑ ' : '☐ ') },
})
const purifier = DOMPurify(window)

// Links leave the app in a new tab without telling where they come from.
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer nofollow')
  }
})

// An image from elsewhere tells its host who reads what, and a model can be talked into writing one. It
// becomes a link that the reader may follow.
purifier.addHook('uponSanitizeElement', (node) => {
  if (!(node instanceof HTMLImageElement) || isOwnImage(node.getAttribute('src') ?? '')) return
  const link = document.createElement('a')
  link.href = node.getAttribute('src') ?? ''
  link.textContent = node.alt || link.href
  node.replaceWith(link)
})

function isOwnImage(address: string): boolean {
  return address.startsWith('data:image/') || (address.startsWith('/') && !address.startsWith('//'))
}

/** The only place where text from outside becomes HTML. */
export function sanitizeHtml(html: string): string {
  return purifier.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'video', 'audio'],
    FORBID_ATTR: ['style', 'class', 'id', 'name'],
  })
}

/**
 * Splits Markdown into its top-level blocks and renders each, so that a growing answer re-renders only the
 * block it grows in. `previous` are the blocks of the text's earlier state; equal sources are reused.
 */
export function renderMarkdown(
  text: string,
  previous: readonly MarkdownBlock[] = [],
): MarkdownBlock[] {
  return markdown
    .lexer(text)
    .filter((token) => token.type !== 'space')
    .map((token, index) => {
      const known = previous[index]
      return known?.source === token.raw ? known : { source: token.raw, html: renderBlock(token) }
    })
}

function renderBlock(token: Token): string {
  return sanitizeHtml(markdown.parser([token]))
}
