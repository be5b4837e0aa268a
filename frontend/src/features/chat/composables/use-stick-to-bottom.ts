import { type Ref, onBeforeUnmount, ref, watch } from 'vue'

/** Nearer than this to the end, the reader is taken to follow the answer. */
const FOLLOW_DISTANCE_PX = 80

/**
 * Keeps a scroller at its end while its content grows, until the reader scrolls away, and again once the
 * reader is back at the end.
 */
export function useStickToBottom(
  scroller: Readonly<Ref<HTMLElement | null>>,
  content: Readonly<Ref<HTMLElement | null>>,
) {
  const atBottom = ref(true)
  const observer = new ResizeObserver(() => {
    if (atBottom.value) toBottom()
  })

  watch(content, (element, previous) => {
    if (previous) observer.unobserve(previous)
    if (element) observer.observe(element)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })

  function onScroll(): void {
    if (!scroller.value) return
    const { scrollHeight, scrollTop, clientHeight } = scroller.value
    atBottom.value = scrollHeight - scrollTop - clientHeight < FOLLOW_DISTANCE_PX
  }

  function toBottom(): void {
    atBottom.value = true
    scroller.value?.scrollTo({ top: scroller.value.scrollHeight })
  }

  return { atBottom, onScroll, toBottom }
}
