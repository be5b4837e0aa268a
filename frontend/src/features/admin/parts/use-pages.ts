import { computed, onScopeDispose, reactive, shallowRef } from 'vue'
import type { Page } from '@/api/page'

type PagesState =
  | { phase: 'loading' }
  | { phase: 'loading-more' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

/**
 * A list that is read page by page. `load` begins anew, and what is shown stays until the answer is there; who asks
 * anew before has only the last answer. A failure keeps what was read, and `retry` goes on where it failed.
 */
export function usePages<T>(
  read: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
) {
  const items = shallowRef<readonly T[]>([])
  const state = shallowRef<PagesState>({ phase: 'loading' })
  const next = shallowRef<string | null>(null)
  const more = computed(() => next.value !== null)
  let from: string | null = null
  let asking = new AbortController()

  async function load(): Promise<void> {
    await take(null)
  }

  async function loadMore(): Promise<void> {
    if (state.value.phase === 'ready' && next.value !== null) await take(next.value)
  }

  async function retry(): Promise<void> {
    await take(from)
  }

  async function take(cursor: string | null): Promise<void> {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    from = cursor
    state.value = { phase: cursor === null ? 'loading' : 'loading-more' }
    try {
      const page = await read(cursor, signal)
      if (signal.aborted) return
      items.value = cursor === null ? page.data : [...items.value, ...page.data]
      next.value = page.next_cursor ?? null
      state.value = { phase: 'ready' }
    } catch (error) {
      if (signal.aborted) return
      // What belongs to another question is not shown under this one.
      if (cursor === null) {
        items.value = []
        next.value = null
      }
      state.value = { phase: 'failed', error }
    }
  }

  /** What is known of the list without asking. */
  function change(changed: (items: readonly T[]) => readonly T[]): void {
    items.value = changed(items.value)
  }

  onScopeDispose(() => {
    asking.abort()
  })
  return reactive({ items, state, more, load, loadMore, retry, change })
}
