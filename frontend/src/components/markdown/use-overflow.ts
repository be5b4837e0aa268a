import { useResizeObserver } from '@vueuse/core'
import { onUpdated, ref, type Ref } from 'vue'

/** Whether a box scrolls sideways. Only then it needs to be reached by the keyboard. */
export function useOverflow(box: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const overflows = ref(false)
  function measure(): void {
    if (box.value) overflows.value = box.value.scrollWidth > box.value.clientWidth
  }
  useResizeObserver(box, measure)
  onUpdated(measure)
  return overflows
}
