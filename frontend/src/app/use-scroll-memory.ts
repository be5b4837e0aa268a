import { nextTick } from 'vue'
import type { Router } from 'vue-router'

const KEPT = 50
/** How long a page may take to fill again with what it shows. */
const PATIENCE_MS = 1500

/**
 * Pages scroll within themselves, where browsers do not remember how far. Going back leads to where one was; each place
 * in the history has its own. The messages of a conversation look after themselves.
 */
export function rememberScroll(router: Router): void {
  const places = new Map<number, number>()
  const here = () => (window.history.state as { position?: number } | null)?.position ?? 0
  let position = here()

  router.beforeEach(() => {
    const scrolled = scroller()?.scrollTop ?? 0
    places.delete(position)
    if (scrolled > 0) places.set(position, scrolled)
    const oldest = places.keys().next()
    if (places.size > KEPT && !oldest.done) places.delete(oldest.value)
  })
  router.afterEach(async () => {
    const before = position
    position = here()
    const wanted = places.get(position)
    if (position >= before || wanted === undefined) return
    await nextTick()
    restore(wanted, Date.now() + PATIENCE_MS)
  })
}

function restore(wanted: number, until: number): void {
  const element = scroller()
  if (element) element.scrollTop = wanted
  if (element && element.scrollTop >= wanted - 1) return
  if (Date.now() < until) requestAnimationFrame(() => restore(wanted, until))
}

/** The part of the page that scrolls; the list of messages bears no such mark. */
function scroller(): Element | null {
  return document.querySelector('main[data-scrolls], main [data-scrolls]')
}
