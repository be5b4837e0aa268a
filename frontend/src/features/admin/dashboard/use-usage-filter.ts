import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { type Preset, presetOf, type Range, rangeOf } from './range'

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

/** What is looked at, as the address says it: so it can be sent to others, and the back button works. */
export function useUsageFilter(today: () => string | null) {
  const route = useRoute()
  const router = useRouter()

  const range = computed<Range | null>(() => {
    const day = today()
    return day ? rangeOf(route.query, day) : null
  })
  const preset = computed(() => presetOf(route.query))
  const appId = computed(() => text(route.query.app))
  const userId = computed(() => text(route.query.user))
  const status = computed(() => text(route.query.status))
  const error = computed(() => text(route.query.error))

  /** What is set to undefined leaves the address. */
  function set(change: LocationQueryRaw): Promise<unknown> {
    return router.push({ query: { ...route.query, ...change } })
  }

  const choosePreset = (days: Preset) => set({ days: String(days), from: undefined, to: undefined })
  const chooseRange = (range: Range) => set({ days: undefined, ...range })

  /** Where the turns of this are; what is given narrows it further. */
  const turnsAt = (further: LocationQueryRaw = {}) => ({
    name: 'admin-turns',
    query: { ...route.query, ...further },
  })

  return {
    range,
    preset,
    appId,
    userId,
    status,
    error,
    set,
    choosePreset,
    chooseRange,
    turnsAt,
  }
}
