import { onBeforeUnmount, type Ref, watch } from 'vue'
import { coloured, loadHighlighter, MAX_COLOURED } from './highlight'

interface Source {
  code: string
  language: string
  growing: boolean
}

/** How often code is coloured anew while it grows, and up to which length. What comes between is plain. */
const PAUSE = 300
const MAX_GROWING = 20_000

/** Keeps the code in an element, coloured as far as that makes sense. */
export function useHighlighting(element: Readonly<Ref<HTMLElement | null>>, source: () => Source) {
  let shown = { code: '', language: '' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  /** What is coloured stays, what was added stands behind it. */
  function append(code: string): boolean {
    if (!element.value || !code.startsWith(shown.code)) return false
    const rest = code.slice(shown.code.length)
    const last = element.value.lastChild
    if (last instanceof Text) last.data = rest
    else element.value.append(rest)
    return true
  }

  async function colour(): Promise<void> {
    const { code, language, growing } = source()
    const name = coloured(language)
    if (!name || code.length > (growing ? MAX_GROWING : MAX_COLOURED)) return
    try {
      const highlight = await loadHighlighter(name)
      if (gone || !element.value || source().language !== language) return
      // An empty text at the end is the place of what comes.
      element.value.replaceChildren(highlight(code), document.createTextNode(''))
      shown = { code, language }
      append(source().code)
    } catch {
      // Code without colours is code.
    }
  }

  watch(
    [element, () => source().code, () => source().language, () => source().growing],
    ([node]) => {
      if (!node) return
      const { code, language, growing } = source()
      if (language !== shown.language || !append(code)) {
        shown = { code: '', language }
        node.replaceChildren(code)
      }
      if (shown.code === code && code !== '') return
      if (!growing) {
        clearTimeout(timer)
        timer = undefined
        void colour()
      } else
        timer ??= setTimeout(() => {
          timer = undefined
          void colour()
        }, PAUSE)
    },
    { immediate: true, flush: 'post' },
  )

  onBeforeUnmount(() => {
    gone = true
    clearTimeout(timer)
  })
}
