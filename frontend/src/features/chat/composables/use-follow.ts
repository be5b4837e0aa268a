import { useEventListener } from '@vueuse/core'
import { type Ref, onBeforeUnmount, ref, watch } from 'vue'

/** Nearer than this to the end, a reader who scrolls down follows again. */
const END_PX = 32
const BACK_KEYS = new Set(['ArrowUp', 'PageUp', 'Home'])

/**
 * Keeps a scroller at its end while its content grows. It yields at once to a reader who scrolls back by wheel,
 * touch, scrollbar or keyboard, or who marks text, and follows again once the reader is back at the end.
 */
export function useFollow(
  scroller: Readonly<Ref<HTMLElement | null>>,
  content: Readonly<Ref<HTMLElement | null>>,
) {
  const following = ref(true)
  let lastTop = 0
  let dragging = false
  let touchedAt = 0

  const observer = new ResizeObserver(() => {
    if (following.value) toEnd()
  })
  watch([scroller, content], (elements, previous) => {
    for (const element of previous) if (element) observer.unobserve(element)
    for (const element of elements) if (element) observer.observe(element)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })

  function toEnd(): void {
    following.value = true
    const element = scroller.value
    if (element) element.scrollTop = element.scrollHeight
  }

  function release(): void {
    following.value = false
  }

  function distanceToEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
    return scrollHeight - scrollTop - clientHeight
  }

  const canScroll = (element: HTMLElement) => element.scrollHeight > element.clientHeight

  useEventListener(scroller, 'wheel', (event) => {
    if (event.deltaY < 0 && scroller.value && canScroll(scroller.value)) release()
  })
  useEventListener(scroller, 'touchstart', (event) => {
    touchedAt = event.touches[0]?.clientY ?? 0
  })
  useEventListener(scroller, 'touchmove', (event) => {
    if ((event.touches[0]?.clientY ?? 0) > touchedAt) release()
  })
  useEventListener(scroller, 'keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    if (!typing && BACK_KEYS.has(event.key)) release()
  })
  useEventListener(scroller, 'pointerdown', () => {
    dragging = true
  })
  useEventListener(window, ['pointerup', 'pointercancel'], () => {
    dragging = false
  })
  useEventListener(document, 'selectionchange', () => {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed) return
    if (scroller.value?.contains(selection.anchorNode)) release()
  })

  useEventListener(scroller, 'scroll', () => {
    const element = scroller.value
    if (!element) return
    const { scrollTop } = element
    if (dragging && scrollTop < lastTop) release()
    else if (scrollTop > lastTop && distanceToEnd(element) < END_PX) following.value = true
    lastTop = scrollTop
  })

  return { following, toEnd, release }
}
