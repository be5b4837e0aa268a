import { computed, onMounted, shallowRef } from 'vue'
import { usageSummary } from '@/api/admin-usage'
import { todayIn } from './range'

/** Which day it is in the house, whose days need not be the reader's. */
export function useHouseDay() {
  const zone = shallowRef<string | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    failure.value = null
    try {
      zone.value = (await usageSummary({})).time_zone
    } catch (error) {
      failure.value = error
    }
  }

  onMounted(load)
  const today = computed(() => (zone.value ? todayIn(zone.value) : null))
  return { zone, today, failure, load }
}
