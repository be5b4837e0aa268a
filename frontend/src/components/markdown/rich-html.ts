import type { Block } from './blocks'
import { MarkdownReader } from './read-markdown'
import { escapeHtml } from './sanitize'

/** A text as plain HTML, for other programs; what is behind a fold is left out. */
export function richHtml(markdown: string): string {
  return blocksHtml(new MarkdownReader().read(markdown).flat())
}

function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('\n')
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'html':
      return block.html
    case 'code':
      return `<pre><code>${escapeHtml(block.code)}</code></pre>`
    case 'list': {
      const items = block.items.map((item) => `<li>${blocksHtml(item.blocks)}</li>`).join('')
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`
    }
    case 'table':
      return `<table><thead>${block.head}</thead><tbody>${block.bodies.join('')}</tbody></table>`
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks)}</blockquote>`
    case 'footnote':
      return `<p>[${escapeHtml(block.id)}]</p>${blocksHtml(block.blocks)}`
    case 'fold':
      return block.thinking ? '' : richHtml(block.text)
  }
}
