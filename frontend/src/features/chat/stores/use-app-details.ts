import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { type ChatAppDetails, getApp } from '@/api/apps'

type Details =
  | { phase: 'loading' }
  | { phase: 'ready'; value: ChatAppDetails; readAt: number }
  | { phase: 'failed'; error: unknown }

/** An author changes an app now and then; what is older is read again, and shown until then. */
const FRESH_MS = 60_000

/** What Dify says about how to present the apps: their forms, what they take and what they can do. */
export const useAppDetails = defineStore('app-details', () => {
  const known = shallowRef<ReadonlyMap<string, Details>>(new Map())

  const stateOf = (id: string | null) => (id === null ? undefined : known.value.get(id))

  /** Null while it is read, and where it cannot be had: asking is possible all the same. */
  function of(id: string | null): ChatAppDetails | null {
    const state = stateOf(id)
    return state?.phase === 'ready' ? state.value : null
  }

  async function read(id: string): Promise<void> {
    const state = stateOf(id)
    if (state?.phase === 'loading') return
    if (state?.phase === 'ready' && Date.now() - state.readAt < FRESH_MS) return
    if (state?.phase !== 'ready') put(id, { phase: 'loading' })
    try {
      put(id, { phase: 'ready', value: await getApp(id), readAt: Date.now() })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // What was known is worth more than nothing.
      if (stateOf(id)?.phase !== 'ready') put(id, { phase: 'failed', error })
    }
  }

  function put(id: string, state: Details): void {
    known.value = new Map(known.value).set(id, state)
  }

  return { stateOf, of, read }
})
