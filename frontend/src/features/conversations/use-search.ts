import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { type SearchPage, searchConversations, type SearchResult } from '@/api/search'

const PAUSE_MS = 250

type SearchState =
  | { phase: 'idle' }
  | { phase: 'searching' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

/** Searches while one types, a moment after the last key; only the answer to the latest words is shown. */
export function useSearch() {
  const words = ref('')
  const results = shallowRef<readonly SearchResult[]>([])
  const state = shallowRef<SearchState>({ phase: 'idle' })
  const next = shallowRef<string | null>(null)
  /** Whether everything was looked through as far as it was asked for. */
  const complete = ref(true)
  const wanted = computed(() => words.value.trim())
  let asking = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(wanted, (text) => {
    stop()
    results.value = []
    next.value = null
    complete.value = true
    state.value = { phase: text ? 'searching' : 'idle' }
    if (text) timer = setTimeout(() => void read(null), PAUSE_MS)
  })

  /** More of the same, or further back in time. */
  async function goOn(): Promise<void> {
    if (next.value !== null && state.value.phase !== 'searching') await read(next.value)
  }

  async function read(cursor: string | null): Promise<void> {
    const { signal } = asking
    state.value = { phase: 'searching' }
    try {
      const page = await searchConversations(wanted.value, {}, cursor, signal)
      if (!signal.aborted) take(page)
    } catch (error) {
      if (!signal.aborted) state.value = { phase: 'failed', error }
    }
  }

  function take(page: SearchPage): void {
    const known = new Set(results.value.map(({ conversation }) => conversation.id))
    const found = page.data.filter(({ conversation }) => !known.has(conversation.id))
    results.value = [...results.value, ...found]
    next.value = page.next_cursor ?? null
    complete.value = page.complete
    state.value = { phase: 'ready' }
  }

  async function retry(): Promise<void> {
    await read(next.value)
  }

  function stop(): void {
    clearTimeout(timer)
    asking.abort()
    asking = new AbortController()
  }

  onScopeDispose(stop)
  return { words, results, state, next, complete, goOn, retry }
}
