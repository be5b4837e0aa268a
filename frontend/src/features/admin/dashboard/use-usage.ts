import { shallowRef, watch } from 'vue'
import * as api from '@/api/admin-usage'
import { type Day, dayTable } from './series'
import { periodBefore, type Range } from './range'

export interface Usage {
  range: Range
  summary: api.UsageSummary
  before: api.UsageSummary
  days: Day[]
}

export type UsageState =
  | { phase: 'loading'; last: Usage | null }
  | { phase: 'ready'; last: Usage }
  | { phase: 'failed'; last: Usage | null; error: unknown }

/** The figures of what is looked at; the last ones stay until the next are there. */
export function useUsage(wanted: () => { range: Range; app_id?: string; user_id?: string } | null) {
  const state = shallowRef<UsageState>({ phase: 'loading', last: null })
  let latest: object | null = null

  async function load(): Promise<void> {
    const now = wanted()
    if (!now) return
    latest = now
    const { range, ...who } = now
    state.value = { phase: 'loading', last: state.value.last }
    try {
      const [summary, before, rows] = await Promise.all([
        api.usageSummary({ ...range, ...who }),
        api.usageSummary({ ...periodBefore(range), ...who }),
        api.usageByDay({ ...range, ...who }),
      ])
      // Who has chosen something else meanwhile wants only that.
      if (latest !== now) return
      state.value = {
        phase: 'ready',
        last: { range, summary, before, days: dayTable(rows, range) },
      }
    } catch (error) {
      if (latest === now) state.value = { phase: 'failed', last: state.value.last, error }
    }
  }

  watch(wanted, load, { immediate: true })
  return { state, load }
}
