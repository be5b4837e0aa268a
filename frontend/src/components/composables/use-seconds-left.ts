import { useIntervalFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'

/** Counts whole seconds down from what `start` gives, anew whenever `anew` changes; null where there is nothing to wait for. */
export function useSecondsLeft(anew: () => unknown, start: () => number | null) {
  const until = ref(0)
  const now = ref(Date.now())
  const { pause, resume } = useIntervalFn(
    () => {
      now.value = Date.now()
      if (now.value >= until.value) pause()
    },
    1000,
    { immediate: false },
  )
  const waits = ref(false)
  watch(
    anew,
    () => {
      const seconds = start()
      waits.value = seconds !== null
      now.value = Date.now()
      until.value = now.value + (seconds ?? 0) * 1000
      if (seconds !== null) resume()
    },
    { immediate: true },
  )
  return computed(() =>
    waits.value ? Math.max(0, Math.ceil((until.value - now.value) / 1000)) : null,
  )
}
