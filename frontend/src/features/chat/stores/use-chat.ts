import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { isRunWithForm } from '@/api/apps'
import { changeConversation, type Feedback, getConversation } from '@/api/conversations'
import { tellNews } from '@/api/tabs'
import { useDrafts } from '../composables/use-drafts'
import { useThread } from '../composables/use-thread'
import { useTurn } from '../composables/use-turn'
import type { Draft } from '../drafts'
import { fieldsOfApp } from '../forms/form-field'
import { runInputs } from '../forms/run-inputs'
import { versionsOf } from '../tree'
import type { Answer, Asked, Attachment, Editing, Question } from '../types'
import { useAppDetails } from './use-app-details'

/** Whether the open conversation has been read. */
type OpenState = { phase: 'ready' } | { phase: 'loading' } | { phase: 'failed'; error: unknown }

/** The one conversation on the screen: its messages, the turn under way, and the text being typed. */
export const useChat = defineStore('chat', () => {
  const conversationId = ref<string | null>(null)
  const appId = ref<string | null>(null)
  const title = ref<string | null>(null)
  /** Of a new chat: what it is going to be. */
  const temporary = ref(false)
  const draft = ref('')
  const attachments = shallowRef<readonly Attachment[]>([])
  /** What the app's form asks for before the first question. */
  const inputs = ref<Record<string, unknown>>({})
  const editing = ref<Editing | null>(null)
  const opening = shallowRef<OpenState>({ phase: 'ready' })
  /** When the conversation was last changed, as far as we know. */
  let updatedAt: string | null = null
  let reading = new AbortController()

  const thread = useThread()
  /** What was sent and not yet taken. */
  let sending: Partial<Draft> | null = null
  const turn = useTurn({ conversationId, appId, title, temporary, thread, readAnew, accepted })
  const drafts = useDrafts({
    conversationId,
    appId,
    draft,
    inputs,
    attachments,
    editing,
    sending: () => sending,
    idOf: (key) => thread.tree.value.get(key)?.id ?? key,
  })
  const details = useAppDetails()
  const runs = runInputs()
  /** What an app is run with, each time anew; null for one that keeps its conversation. */
  const runFields = computed(() => {
    const app = details.of(appId.value)
    return app && isRunWithForm(app) ? fieldsOfApp(app.user_input_form) : null
  })
  const allReady = computed(() => attachments.value.every(({ state }) => state === 'ready'))
  const ready = computed(
    () => opening.value.phase === 'ready' && appId.value !== null && !turn.busy.value,
  )
  const canSubmit = computed(() => ready.value && draft.value.trim() !== '' && allReady.value)

  /** Leaves what is on the screen for an empty chat. A turn under way goes on at the server, unread here. */
  function reset(): void {
    turn.abandon()
    drafts.leave()
    reading.abort()
    reading = new AbortController()
    conversationId.value = null
    appId.value = null
    title.value = null
    temporary.value = false
    thread.clear()
    opening.value = { phase: 'ready' }
  }

  async function open(id: string): Promise<void> {
    reset()
    conversationId.value = id
    drafts.enter()
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

  /** Reads what was written elsewhere meanwhile, if anything was. */
  async function catchUp(): Promise<void> {
    if (conversationId.value === null || turn.busy.value || opening.value.phase !== 'ready') return
    const known = updatedAt
    const current = await whileOpen((id, signal) => getConversation(id, signal))
    if (current && current.updated_at !== known && !turn.busy.value) await readAnew()
  }

  async function read(id: string): Promise<void> {
    const { signal } = reading
    if (thread.messages.value.length === 0) opening.value = { phase: 'loading' }
    try {
      const [conversation] = await Promise.all([
        getConversation(id, signal),
        thread.readNewest(id, signal, turn.writing()),
      ])
      if (signal.aborted) return
      appId.value = conversation.app_id
      title.value = conversation.title
      temporary.value = conversation.temporary
      updatedAt = conversation.updated_at
      opening.value = { phase: 'ready' }
      followUnfinished()
    } catch (error) {
      if (signal.aborted) return
      // What is shown stays when it cannot be read again just now; not when it is gone.
      const gone = error instanceof ApiError && error.status === 404
      if (gone || thread.messages.value.length === 0) opening.value = { phase: 'failed', error }
    }
  }

  /** An answer under way goes on here; one that waits tells again what for. */
  function followUnfinished(): void {
    const answers = [...thread.tree.value.values()].filter((it) => it.role === 'assistant')
    const underWay = answers.findLast(({ status }) => status === 'streaming')
    const last = thread.messages.value.at(-1)
    const waits = last?.role === 'assistant' && last.status === 'paused' ? last : undefined
    const told = waits?.parts.some(({ type }) => type === 'form')
    const unfinished = underWay ?? (told ? undefined : waits)
    if (unfinished) void turn.attach(unfinished)
  }

  /** Puts older messages before those shown. Throws `ApiError`. */
  async function loadEarlier(): Promise<void> {
    await whileOpen((id, signal) => thread.readEarlier(id, signal))
  }

  /** Shows a message and the path through it, reading what is missing. False when it is not there. Throws `ApiError`. */
  async function show(messageId: string): Promise<boolean> {
    return (await whileOpen((id, signal) => thread.show(id, messageId, signal))) === true
  }

  /** What fails because the conversation was left is of no interest. */
  async function whileOpen<T>(work: (id: string, signal: AbortSignal) => Promise<T>) {
    const id = conversationId.value
    const { signal } = reading
    if (id === null) return null
    try {
      return await work(id, signal)
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  /** For a new chat only; an existing conversation keeps its app. The text typed so far goes along. */
  function chooseApp(id: string | null): void {
    if (conversationId.value !== null || id === appId.value) return
    const { value: text } = draft
    if (appId.value !== null) {
      draft.value = ''
      drafts.leave()
      draft.value = text
    }
    appId.value = id
    drafts.enter()
  }

  /** Has a temporary conversation stay. Throws `ApiError`. */
  async function keep(): Promise<void> {
    const id = conversationId.value
    if (id === null) return
    await changeConversation(id, { temporary: false })
    if (id === conversationId.value) temporary.value = false
  }

  /** Sends what was typed and put beside it. */
  async function submit(): Promise<void> {
    if (!canSubmit.value) return
    const asked: Asked = {
      text: draft.value.trim(),
      attachments: attachments.value.filter(({ state }) => state === 'ready'),
      inputs: inputs.value,
    }
    sending = { text: asked.text, attachments: asked.attachments }
    draft.value = ''
    attachments.value = []
    await turn.send(asked, () => {
      giveBack(asked.text)
      attachments.value = [...asked.attachments, ...attachments.value]
    })
  }

  /** Asks something that was not typed; what is being typed stays. */
  async function ask(text: string): Promise<void> {
    if (!ready.value) return
    const asked = { text, attachments: [], inputs: inputs.value }
    sending = { text }
    await turn.send(asked, () => {
      giveBack(text)
    })
  }

  /** Runs an app that is run with a form; `text` is what the reader sees of it as the question. */
  async function run(text: string): Promise<void> {
    if (!ready.value || !allReady.value) return
    const files = attachments.value.filter(({ state }) => state === 'ready')
    sending = { attachments: files }
    attachments.value = []
    const sent = turn.send({ text, attachments: files, inputs: inputs.value, run: true }, () => {
      sending = null
      attachments.value = [...files, ...attachments.value]
    })
    runs.remember(
      thread.messages.value.findLast(({ role }) => role === 'user'),
      inputs.value,
    )
    await sent
  }

  /** Asks a question in other words; its old version stays beside it. */
  async function edit(question: Question, text: string): Promise<void> {
    if (!ready.value) return
    sending = { editing: { key: question.key, text } }
    editing.value = null
    await turn.edit(question, text, () => {
      sending = null
      editing.value ??= { key: question.key, text }
    })
  }

  async function regenerate(answer: Answer): Promise<void> {
    if (!ready.value) return
    const { value: form } = runFields
    if (!form) {
      await turn.regenerate(answer)
      return
    }
    const again = runs.inputsOf(thread.tree.value.get(answer.parent ?? ''), form)
    if (again) await turn.regenerate(answer, again)
    else turn.refuse('inputs_unknown')
  }

  function accepted(): void {
    sending = null
    drafts.move()
  }

  function giveBack(text: string): void {
    sending = null
    draft.value = draft.value ? `${text}\n${draft.value}` : text
  }

  /** Keeps what the API answered when feedback was given. */
  function setFeedback(answer: Answer, feedback: Feedback | null): void {
    thread.update<Answer>(answer.key, (message) => ({ ...message, feedback }))
    const { value: id } = conversationId
    if (id === null || answer.id === null) return
    tellNews({ kind: 'feedback', conversationId: id, messageId: answer.id, feedback })
  }

  /** Shows the feedback that was given in another tab. */
  function hearFeedback(messageId: string, feedback: Feedback | null): void {
    thread.update<Answer>(thread.keyOf(messageId), (message) => ({ ...message, feedback }))
  }

  return {
    conversationId,
    appId,
    title,
    temporary,
    messages: thread.messages,
    hasEarlier: thread.hasEarlier,
    draft,
    attachments,
    inputs,
    editing,
    opening,
    state: turn.state,
    busy: turn.busy,
    canSubmit,
    open,
    reset,
    readAnew,
    lookUp,
    loadEarlier,
    show,
    versionsOf,
    chooseApp,
    keep,
    submit,
    ask,
    run,
    edit,
    regenerate,
    setFeedback,
    hearFeedback,
    catchUp,
    forgetDrafts: drafts.forget,
    reconnecting: turn.reconnecting,
    stopping: turn.stopping,
    stopFailure: turn.stopFailure,
    fillIn: turn.fillIn,
    stop: turn.stop,
  }
})
