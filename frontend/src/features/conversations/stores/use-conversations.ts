import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { type Conversation, getConversation, listConversations } from '@/api/conversations'

type ListState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

export const useConversations = defineStore('conversations', () => {
  const conversations = shallowRef<readonly Conversation[]>([])
  const state = shallowRef<ListState>({ phase: 'idle' })
  const cursor = shallowRef<string | null>(null)
  const hasMore = computed(() => cursor.value !== null)
  /** Grows with `clear`; an answer to a request of an earlier session is dropped. */
  let session = 0

  /** Loads the first page and forgets what was shown. */
  function load(): Promise<void> {
    return loadPage(null, [])
  }

  function loadMore(): Promise<void> {
    return loadPage(cursor.value, conversations.value)
  }

  async function loadPage(from: string | null, shown: readonly Conversation[]): Promise<void> {
    if (state.value.phase === 'loading') return
    state.value = { phase: 'loading' }
    const asked = session
    try {
      const page = await listConversations(from)
      if (asked !== session) return
      conversations.value = merge(shown, page.data)
      cursor.value = page.next_cursor ?? null
      state.value = { phase: 'ready' }
    } catch (error) {
      if (asked === session) state.value = { phase: 'failed', error }
    }
  }

  /** Reads one conversation anew, after a turn has begun it or brought it to the top. */
  async function refresh(id: string): Promise<void> {
    const asked = session
    const current = await getConversation(id)
    if (asked === session) conversations.value = merge(conversations.value, [current])
  }

  function retitle(id: string, title: string): void {
    conversations.value = conversations.value.map((conversation) =>
      conversation.id === id ? { ...conversation, title } : conversation,
    )
  }

  function clear(): void {
    session += 1
    conversations.value = []
    cursor.value = null
    state.value = { phase: 'idle' }
  }

  return { conversations, state, hasMore, load, loadMore, refresh, retitle, clear }
})

/** Later versions win; pages may overlap when a conversation has moved up between two calls. */
function merge(shown: readonly Conversation[], added: readonly Conversation[]): Conversation[] {
  const fresh = new Set(added.map((conversation) => conversation.id))
  return [...shown.filter((conversation) => !fresh.has(conversation.id)), ...added]
}
