import createPurifier from 'dompurify'

/** Marks that our own Markdown makes; what they can say is harmless, whoever wrote them. */
const OWN_MARKS = ['data-formula', 'data-display', 'data-note', 'data-task']

const purifier = createPurifier(window)
purifier.setConfig({
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'textarea',
    'select',
    'video',
    'audio',
    'dialog',
    'template',
    'picture',
    'source',
    'track',
    'map',
    'area',
  ],
  FORBID_ATTR: [
    ...['style', 'class', 'id', 'name', 'popover', 'popovertarget', 'slot', 'tabindex'],
    // Other ways to load something from elsewhere; what is copied is shown by programs without our policy.
    ...['srcset', 'sizes', 'background'],
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ADD_ATTR: OWN_MARKS,
})

// Links leave the app in a new tab without telling where they come from.
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
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
  // An address may hold tabs and ends of lines, which browsers pass over.
  const plain = address.replaceAll(/[\t\n\r]/g, '')
  return plain.startsWith('data:image/') || (plain.startsWith('/') && !/^\/[/\\]/.test(plain))
}

const formulaPurifier = createPurifier(window)
formulaPurifier.setConfig({
  USE_PROFILES: { mathMl: true },
  FORBID_TAGS: ['mglyph', 'annotation', 'annotation-xml'],
  FORBID_ATTR: ['style', 'class', 'id', 'href', 'xlink:href'],
})

/** The only place where text from outside becomes HTML. */
export function sanitizeHtml(html: string): string {
  return purifier.sanitize(html)
}

/** The same for a formula in MathML, in which there is nothing else. */
export function sanitizeMathMl(mathMl: string): string {
  return formulaPurifier.sanitize(mathMl)
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
