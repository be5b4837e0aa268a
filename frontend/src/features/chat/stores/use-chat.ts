import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { changeConversation, getConversation, listMessages } from '@/api/conversations'
import { useTurn } from '../composables/use-turn'
import { fromStored } from '../messages'
import type { ChatMessage } from '../types'

/** Whether the open conversation has been read. */
type OpenState = { phase: 'ready' } | { phase: 'loading' } | { phase: 'failed'; error: unknown }

/** The one conversation on the screen: its messages, the turn under way, and the text being typed. */
export const useChat = defineStore('chat', () => {
  const conversationId = ref<string | null>(null)
  const appId = ref<string | null>(null)
  const title = ref<string | null>(null)
  /** Of a new chat: what it is going to be. */
  const temporary = ref(false)
  const messages = shallowRef<readonly ChatMessage[]>([])
  const draft = ref('')
  const opening = shallowRef<OpenState>({ phase: 'ready' })
  const hasEarlier = ref(false)
  let reading = new AbortController()

  const turn = useTurn({ conversationId, appId, title, temporary, messages, draft, readAnew })
  const canSubmit = computed(
    () =>
      opening.value.phase === 'ready' &&
      appId.value !== null &&
      draft.value.trim() !== '' &&
      !turn.busy.value,
  )

  /** Leaves what is on the screen for an empty chat. A turn under way goes on at the server, unread here. */
  function reset(): void {
    turn.abandon()
    reading.abort()
    reading = new AbortController()
    conversationId.value = null
    appId.value = null
    title.value = null
    temporary.value = false
    messages.value = []
    hasEarlier.value = false
    opening.value = { phase: 'ready' }
  }

  async function open(id: string): Promise<void> {
    reset()
    conversationId.value = id
    await read(id)
  }

  /** Goes on with an answer we lost sight of, or else finds what the server made of it. */
  async function lookUp(): Promise<void> {
    const id = conversationId.value
    if (id && !turn.resume()) await open(id)
  }

  /** Reads the open conversation again while it stays on the screen. */
  async function readAnew(): Promise<void> {
    if (conversationId.value) await read(conversationId.value)
  }

  async function read(id: string): Promise<void> {
    const { signal } = reading
    if (messages.value.length === 0) opening.value = { phase: 'loading' }
    try {
      const [conversation, page] = await Promise.all([
        getConversation(id, signal),
        listMessages(id, null, signal),
      ])
      if (signal.aborted) return
      appId.value = conversation.app_id
      title.value = conversation.title
      temporary.value = conversation.temporary
      messages.value = fromStored(page.data)
      hasEarlier.value = (page.next_cursor ?? null) !== null
      opening.value = { phase: 'ready' }
      followUnfinished()
    } catch (error) {
      if (!signal.aborted) opening.value = { phase: 'failed', error }
    }
  }

  /** An answer under way goes on here; one that waits tells again what for. */
  function followUnfinished(): void {
    const answers = messages.value.filter((message) => message.role === 'assistant')
    const underWay = answers.findLast(({ status }) => status === 'streaming')
    const waiting = answers.at(-1)?.status === 'paused' ? answers.at(-1) : undefined
    const unfinished = underWay ?? waiting
    if (unfinished) void turn.attach(unfinished)
  }

  /** Puts older messages before those shown. Throws `ApiError`. */
  async function loadEarlier(): Promise<void> {
    const { signal } = reading
    const oldest = messages.value[0]?.id
    if (!conversationId.value || !oldest) return
    try {
      const page = await listMessages(conversationId.value, oldest, signal)
      if (signal.aborted) return
      messages.value = [...fromStored(page.data), ...messages.value]
      hasEarlier.value = (page.next_cursor ?? null) !== null
    } catch (error) {
      if (error instanceof ApiError) throw error
    }
  }

  /** For a new chat only; an existing conversation keeps its app. */
  function chooseApp(id: string | null): void {
    if (conversationId.value === null) appId.value = id
  }

  /** Has a temporary conversation stay. Throws `ApiError`. */
  async function keep(): Promise<void> {
    const id = conversationId.value
    if (id === null) return
    await changeConversation(id, { temporary: false })
    if (id === conversationId.value) temporary.value = false
  }

  async function submit(): Promise<void> {
    if (!canSubmit.value) return
    const question = draft.value.trim()
    draft.value = ''
    await turn.send(question)
  }

  return {
    conversationId,
    appId,
    title,
    temporary,
    messages,
    draft,
    opening,
    hasEarlier,
    state: turn.state,
    busy: turn.busy,
    canSubmit,
    open,
    reset,
    lookUp,
    loadEarlier,
    chooseApp,
    keep,
    submit,
    reconnecting: turn.reconnecting,
    stopping: turn.stopping,
    stopFailure: turn.stopFailure,
    fillIn: turn.fillIn,
    stop: turn.stop,
    retry: turn.retry,
  }
})
