import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  type Conversation,
  getConversation,
  listConversations,
  type Narrowing,
} from '@/api/conversations'
import { belongs } from '../belongs'

type ListState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

/** The conversations of the sidebar, as far as they were read. */
export const useConversations = defineStore('conversations', () => {
  const conversations = shallowRef<readonly Conversation[]>([])
  const narrowing = shallowRef<Narrowing>({})
  const state = shallowRef<ListState>({ phase: 'idle' })
  const cursor = shallowRef<string | null>(null)
  const hasMore = computed(() => cursor.value !== null)
  const narrowed = computed(() => Boolean(narrowing.value.folder_id ?? narrowing.value.tag))
  /** Grows with each new beginning; an answer to a request of before is dropped. */
  let age = 0
  /** How often each was told; an answer of before is dropped. */
  const told = new Map<string, number>()

  /** Loads the first page and forgets what was shown. */
  async function load(): Promise<void> {
    age += 1
    await loadPage(null, [])
  }

  async function loadMore(): Promise<void> {
    if (state.value.phase !== 'loading') await loadPage(cursor.value, conversations.value)
  }

  /** Shows only those of a folder, with a tag, or both. */
  async function narrow(to: Narrowing): Promise<void> {
    narrowing.value = to
    await load()
  }

  async function loadPage(from: string | null, shown: readonly Conversation[]): Promise<void> {
    state.value = { phase: 'loading' }
    const asked = age
    try {
      const page = await listConversations('list', narrowing.value, from)
      if (asked !== age) return
      conversations.value = merge(shown, page.data)
      cursor.value = page.next_cursor ?? null
      state.value = { phase: 'ready' }
    } catch (error) {
      if (asked === age) state.value = { phase: 'failed', error }
    }
  }

  /** Reads one conversation anew, after a turn has begun it or brought it to the top. */
  async function refresh(id: string): Promise<void> {
    const asked = age
    const known = told.get(id)
    const current = await getConversation(id)
    // What was changed here meanwhile is newer than what was read.
    if (asked === age && told.get(id) === known) put(current)
  }

  /** Reads the beginning of the list anew while it stays on the screen. Throws `ApiError`. */
  async function freshen(): Promise<void> {
    if (state.value.phase !== 'ready') return
    const asked = age
    const page = await listConversations('list', narrowing.value, null)
    if (asked !== age) return
    const oldest = page.data.at(-1)?.updated_at ?? ''
    const whole = (page.next_cursor ?? null) === null
    // Older ones were read before; those that should be in this page and are not have gone.
    const beyond = conversations.value.filter((one) => !whole && one.updated_at < oldest)
    conversations.value = merge(beyond, page.data)
    if (beyond.length === 0) cursor.value = page.next_cursor ?? null
  }

  /** Shows the conversation as it is now, if it belongs here; else no more. */
  function put(conversation: Conversation): void {
    told.set(conversation.id, (told.get(conversation.id) ?? 0) + 1)
    if (belongs(conversation, narrowing.value)) {
      conversations.value = merge(conversations.value, [conversation])
    } else {
      remove(conversation.id)
    }
  }

  function remove(id: string): void {
    conversations.value = conversations.value.filter((conversation) => conversation.id !== id)
  }

  function retitle(id: string, title: string): void {
    conversations.value = conversations.value.map((conversation) =>
      conversation.id === id ? { ...conversation, title } : conversation,
    )
  }

  function clear(): void {
    age += 1
    told.clear()
    conversations.value = []
    narrowing.value = {}
    cursor.value = null
    state.value = { phase: 'idle' }
  }

  return {
    conversations,
    narrowing,
    narrowed,
    state,
    hasMore,
    load,
    loadMore,
    narrow,
    refresh,
    freshen,
    put,
    remove,
    retitle,
    clear,
  }
})

/** Later versions win; pages may overlap when a conversation has moved up between two calls. */
function merge(shown: readonly Conversation[], added: readonly Conversation[]): Conversation[] {
  const fresh = new Set(added.map((conversation) => conversation.id))
  return [...shown.filter((conversation) => !fresh.has(conversation.id)), ...added]
}
