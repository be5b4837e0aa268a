import mermaid from 'mermaid'
import type { DrawAnswer, DrawRequest } from './messages'

/*
 * Draws diagrams for the app, in a page of its own: Mermaid needs inline styles, which the app's policy does not
 * allow. What it gives back is shown as an image, in which nothing runs.
 */
const MAX_CHARACTERS = 30_000
const MAX_EDGES = 500

let theme: 'dark' | 'default' | null = null
let work = Promise.resolve()

function answer(message: DrawAnswer): void {
  window.parent.postMessage(message, window.location.origin)
}

function isRequest(data: unknown): data is DrawRequest {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'rechat-draw'
}

function prepare(dark: boolean): void {
  const wanted = dark ? 'dark' : 'default'
  if (theme === wanted) return
  theme = wanted
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: MAX_CHARACTERS,
    maxEdges: MAX_EDGES,
    // A diagram may not undo these by a line of its own.
    secure: ['securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'htmlLabels', 'flowchart'],
    fontFamily: 'system-ui, sans-serif',
  })
}

async function draw({ id, code, dark }: DrawRequest): Promise<void> {
  try {
    if (code.length > MAX_CHARACTERS) throw new Error('The diagram is too large.')
    prepare(dark)
    const { svg } = await mermaid.render(`diagram-${id}`, code)
    answer({ kind: 'rechat-drawn', id, ...asImage(svg) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    answer({ kind: 'rechat-refused', id, reason })
  }
}

/** An image has to be well-formed XML, and to know its size. */
function asImage(svg: string): { svg: string; width: number; height: number } {
  const element = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')
  if (!element) throw new Error('Nothing was drawn.')
  const [, , width = 0, height = 0] = (element.getAttribute('viewBox') ?? '')
    .split(/\s+/)
    .map(Number)
  element.removeAttribute('style')
  element.setAttribute('width', String(width || 600))
  element.setAttribute('height', String(height || 400))
  const text = new XMLSerializer().serializeToString(element)
  return { svg: text, width: width || 600, height: height || 400 }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event
  if (event.origin !== window.location.origin || event.source !== window.parent) return
  if (isRequest(data)) work = work.then(() => draw(data))
})
answer({ kind: 'rechat-ready' })
