import type { DrawAnswer, DrawRequest } from '@/diagram/messages'

export interface Drawing {
  svg: string
  width: number
  height: number
}

/** Mermaid says in its own words what is wrong with a diagram. */
export class DiagramError extends Error {
  override readonly name = 'DiagramError'
}

const TIME_LIMIT = 20_000
const MAX_KEPT = 50

interface Waiting {
  resolve: (drawing: Drawing) => void
  reject: (reason: DiagramError) => void
}

const drawings = new Map<string, Promise<Drawing>>()
const waiting = new Map<number, Waiting>()
let frame: Promise<HTMLIFrameElement> | null = null
let nextId = 0

/** Draws a diagram in the hidden page. Equal ones are drawn once. Rejects with `DiagramError`. */
export function drawDiagram(code: string, dark: boolean): Promise<Drawing> {
  const key = `${dark} ${code}`
  const known = drawings.get(key)
  if (known) return known
  if (drawings.size >= MAX_KEPT) drawings.clear()
  const drawing = draw(code, dark)
  drawings.set(key, drawing)
  // What failed once, by a lost connection or for time, may be tried again.
  drawing.catch(() => drawings.delete(key))
  return drawing
}

async function draw(code: string, dark: boolean): Promise<Drawing> {
  frame ??= openFrame()
  const used = frame
  const page = (await used).contentWindow
  const id = nextId++
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(giveUp(used))), TIME_LIMIT)
    function finish(how: () => void): void {
      clearTimeout(timer)
      waiting.delete(id)
      how()
    }
    waiting.set(id, {
      resolve: (drawing) => finish(() => resolve(drawing)),
      reject: (reason) => finish(() => reject(reason)),
    })
    const request: DrawRequest = { kind: 'rechat-draw', id, code, dark }
    page?.postMessage(request, window.location.origin)
  })
}

/** A page that does not answer is left; the next diagram gets a new one, unless another has got it already. */
function giveUp(used: Promise<HTMLIFrameElement>): DiagramError {
  void used.then(
    (element) => element.remove(),
    () => undefined,
  )
  if (frame === used) frame = null
  return new DiagramError('timeout')
}

function openFrame(): Promise<HTMLIFrameElement> {
  const element = document.createElement('iframe')
  element.src = `${import.meta.env.BASE_URL}diagram.html`
  element.className = 'diagram-frame'
  element.tabIndex = -1
  element.setAttribute('aria-hidden', 'true')
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      window.removeEventListener('message', hear)
      element.remove()
      frame = null
      reject(new DiagramError('timeout'))
    }, TIME_LIMIT)
    function hear(event: MessageEvent<unknown>): void {
      if (event.origin !== window.location.origin || event.source !== element.contentWindow) return
      const answer = event.data as DrawAnswer
      if (answer.kind === 'rechat-ready') {
        clearTimeout(timer)
        resolve(element)
      } else if (answer.kind === 'rechat-drawn') waiting.get(answer.id)?.resolve(answer)
      else waiting.get(answer.id)?.reject(new DiagramError(answer.reason))
    }
    window.addEventListener('message', hear)
    document.body.append(element)
  })
}
