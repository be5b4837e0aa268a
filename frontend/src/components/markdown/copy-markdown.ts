import { withoutThoughts } from './without-thoughts'

/**
 * Copies an answer as its Markdown, and for what takes rich text also as HTML. Rejects where copying is not
 * allowed.
 */
export async function copyMarkdown(markdown: string): Promise<void> {
  const text = withoutThoughts(markdown)
  if (typeof ClipboardItem === 'undefined' || !('write' in navigator.clipboard)) {
    await navigator.clipboard.writeText(text)
    return
  }
  // A promise: Safari allows no waiting between the click and the copying.
  const html = import('./rich-html').then(({ richHtml }) => asBlob(richHtml(text), 'text/html'))
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': asBlob(text, 'text/plain'), 'text/html': html }),
  ])
}

function asBlob(text: string, type: string): Blob {
  return new Blob([text], { type })
}
