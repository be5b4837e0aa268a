import { useEventListener } from '@vueuse/core'
import { inject, type InjectionKey, onBeforeUnmount, provide, type Ref, ref, watch } from 'vue'

/** A reader who has not scrolled for so long looks at what is there. */
const REST_MS = 120

const SETTLED: InjectionKey<Readonly<Ref<boolean>>> = Symbol('settled')

/** Tells the rows of a list whether its reader rests; what is only scrolled past need not be complete. */
export function provideSettled(scroller: Readonly<Ref<HTMLElement | null>>): void {
  const settled = ref(true)
  let timer: ReturnType<typeof setTimeout> | undefined
  useEventListener(
    scroller,
    'scroll',
    () => {
      settled.value = false
      clearTimeout(timer)
      timer = setTimeout(() => {
        settled.value = true
      }, REST_MS)
    },
    { passive: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
  })
  provide(SETTLED, settled)
}

/** True from the first moment in which the reader rests while this part is there. */
export function useOnceSettled(): Readonly<Ref<boolean>> {
  const settled = inject(SETTLED, ref(true))
  const once = ref(settled.value)
  if (!once.value) {
    const stop = watch(settled, () => {
      once.value = true
      stop()
    })
  }
  return once
}
