import { computed, onMounted, reactive, shallowRef, watch } from 'vue'
import { type Conversation, listConversations, type Place } from '@/api/conversations'

type PlaceState = { phase: 'loading' } | { phase: 'ready' } | { phase: 'failed'; error: unknown }

/** The conversations of the archive or the trash, page by page. */
export function usePlace(place: () => Place) {
  const conversations = shallowRef<readonly Conversation[]>([])
  const state = shallowRef<PlaceState>({ phase: 'loading' })
  const cursor = shallowRef<string | null>(null)
  const hasMore = computed(() => cursor.value !== null)
  /** Grows with each new beginning; an answer to a request of before is dropped. */
  let age = 0

  async function load(): Promise<void> {
    age += 1
    conversations.value = []
    cursor.value = null
    await loadMore()
  }

  async function loadMore(): Promise<void> {
    const asked = age
    state.value = { phase: 'loading' }
    try {
      const page = await listConversations(place(), {}, cursor.value)
      if (asked !== age) return
      conversations.value = [...conversations.value, ...page.data]
      cursor.value = page.next_cursor ?? null
      state.value = { phase: 'ready' }
    } catch (error) {
      if (asked === age) state.value = { phase: 'failed', error }
    }
  }

  /** It has gone elsewhere. */
  function drop(id: string): void {
    conversations.value = conversations.value.filter((conversation) => conversation.id !== id)
  }

  watch(place, load)
  onMounted(load)
  return reactive({ conversations, state, hasMore, load, loadMore, drop })
}
