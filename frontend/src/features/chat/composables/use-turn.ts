import { computed, type Ref, ref, shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import {
  askRequest,
  BEGINNING,
  type FilledForm,
  formRequest,
  type Question as Wanted,
} from '@/api/chat'
import type { ChatEvent, TurnEvent } from '@/api/chat-events'
import { tellNews } from '@/api/tabs'
import { followTurn, stopTurn } from '@/api/turns'
import { applyEvent } from '../apply-event'
import { attemptOf, type Attempt, type Placed, startIds } from '../attempt'
import { type FormValues, wireValues } from '../forms/wire-values'
import { frameBatch } from '../frame-batch'
import { newAnswer, newQuestion } from '../messages'
import type { Answer, AnswerFailure, Asked, ChatFailure, ChatState, Question } from '../types'
import type { Thread } from './use-thread'

/** What of the conversation a turn reads and writes. */
interface Place {
  conversationId: Ref<string | null>
  appId: Ref<string | null>
  title: Ref<string | null>
  temporary: Ref<boolean>
  thread: Thread
  /** Reads the messages anew, because others have written there. */
  readAnew: () => Promise<void>
  /** The server has the question; nothing of it has to be kept here. */
  accepted: () => void
}

/** Runs the turns of a conversation, one at a time, and keeps the state of the latest. */
export function useTurn({ thread, ...place }: Place) {
  const state = shallowRef<ChatState>({ phase: 'idle' })
  const reconnecting = ref(false)
  const stopping = ref(false)
  /** Why the server could not be told to stop; the answer goes on. */
  const stopFailure = shallowRef<AnswerFailure | null>(null)
  const busy = computed(
    () => state.value.phase === 'submitting' || state.value.phase === 'streaming',
  )
  const ids = startIds()
  /** Events of any attempt but the current one are dropped. */
  let current: Attempt | null = null
  /** The attempt whose connection was lost for good, as far as it got. */
  let lost: Attempt | null = null

  /**
   * Asks after the path shown. Does nothing while an answer is under way. Never throws: failures become the
   * state, and `giveBack` is called when the question was not taken.
   */
  async function send(asked: Asked, giveBack: () => void): Promise<void> {
    const last = thread.messages.value.at(-1)
    const files = asked.attachments.flatMap(({ file }) => file ?? [])
    const question = newQuestion(asked.text, {
      parent: last?.key ?? null,
      files: files.map((file) => ({ ...file, type: 'file', size: file.size ?? null })),
    })
    const inputs = wireValues(asked.inputs)
    const wanted = {
      message: asked.text,
      ...(last?.id && { parent_message_id: last.id }),
      ...(files.length > 0 && { files: files.map(({ id }) => id) }),
      ...((!last || asked.run) && Object.keys(inputs).length > 0 && { inputs }),
    }
    await ask(wanted, { question, leaf: thread.leaf.value, giveBack })
  }

  /** Asks a question in other words, beside what it was. */
  async function edit(before: Question, text: string, giveBack: () => void): Promise<void> {
    const { parent, files } = before
    const question = newQuestion(text, { parent, files })
    question.siblings = [...before.siblings, question.key]
    const wanted = {
      message: text,
      parent_message_id: parent === null ? BEGINNING : idOf(parent),
      ...(files.length > 0 && { files: files.map(({ id }) => id) }),
    }
    await ask(wanted, { question, leaf: thread.leaf.value, giveBack })
  }

  /**
   * Has the question of an answer answered once more, beside that answer; `inputs` are those of an app that is run with
   * a form.
   */
  async function regenerate(answer: Answer, inputs: FormValues = {}): Promise<void> {
    if (answer.parent === null) return
    const values = wireValues(inputs)
    const wanted = {
      parent_message_id: idOf(answer.parent),
      ...(Object.keys(values).length > 0 && { inputs: values }),
    }
    const placed = { question: null, leaf: thread.leaf.value, giveBack: () => undefined }
    await ask(wanted, placed, answer)
  }

  /** The id of a message, which one that was not read has for a key. */
  function idOf(key: string): string {
    return thread.tree.value.get(key)?.id ?? key
  }

  async function ask(
    wanted: Omit<Wanted, 'app_id'>,
    placed: Placed,
    beside: Answer | null = null,
  ): Promise<void> {
    const appId = place.appId.value
    if (busy.value || appId === null) return
    const conversationId = place.conversationId.value
    const start = ids.begin(
      askRequest({
        app_id: appId,
        ...wanted,
        ...(conversationId && { conversation_id: conversationId }),
        ...(!conversationId && place.temporary.value && { temporary: true }),
      }),
    )
    const answer = newAnswer(start.turnId, placed.question?.key ?? beside?.parent ?? null)
    if (beside) answer.siblings = [...beside.siblings, answer.key]
    thread.add(placed.question ? [placed.question, answer] : [answer])
    const attempt = attemptOf(start, answer.key, placed)
    const refusal = await run(attempt)
    if (!refusal) return
    takeBack(attempt)
    fail({ ...toFailure(refusal), errors: refusal.errors, remedy: 'resubmit' })
    if (refusal.code === 'turn_running') await place.readAnew()
  }

  /**
   * Fills in the form an answer waits for; the answer goes on. False when it was left before the server has taken it.
   * Throws `ApiError` when it is not taken.
   */
  async function fillIn(answer: Answer, formId: string, filled: FilledForm): Promise<boolean> {
    const turnId = waitingTurn(answer, formId)
    if (busy.value || turnId === null) return false
    const start = ids.begin(formRequest(turnId, formId, filled))
    const attempt = attemptOf(start, answer.key, null)
    const refusal = await run(attempt)
    if (!refusal) return attempt.accepted
    end({ phase: 'idle' })
    throw refusal
  }

  /** Shows an answer that was begun before: from its first event, then live. */
  async function attach(answer: Answer): Promise<void> {
    if (busy.value || answer.turnId === null) return
    const cursor = { turnId: answer.turnId, start: null, last: 0 }
    await run({ ...attemptOf(cursor, answer.key, null), replay: true })
  }

  /** Reads on where the connection was lost. False when there is nothing to go on with. */
  function resume(): boolean {
    if (busy.value || !lost) return false
    updateAnswer(lost, (answer) => ({ ...answer, status: 'streaming' }))
    void run({ ...lost, stopAsked: false, abort: new AbortController() })
    return true
  }

  /** Follows a turn to its end. Resolves to the refusal if the server has not taken it. */
  async function run(attempt: Attempt): Promise<ApiError | null> {
    current = attempt
    lost = null
    stopFailure.value = null
    state.value = { phase: attempt.accepted ? 'streaming' : 'submitting' }
    const isCurrent = () => current === attempt
    const batch = frameBatch((text) => {
      if (isCurrent()) change(attempt, { type: 'delta', text })
    })
    try {
      for await (const event of followTurn(attempt.cursor, attempt.abort.signal, (connected) => {
        if (isCurrent()) reconnecting.value = !connected
      })) {
        if (!isCurrent()) return null
        if (event.type === 'delta') {
          batch.add(event.text)
        } else {
          batch.flush()
          receive(attempt, event)
        }
      }
      return null
    } catch (error) {
      batch.flush()
      if (!isCurrent()) return null
      const known = error instanceof ApiError ? error : ApiError.client('unexpected_answer', error)
      // The server itself has answered: under this id nothing else will come.
      if (known.status !== 0) ids.forget(attempt.cursor.turnId)
      if (!attempt.accepted) return known
      lose(attempt, toFailure(known))
      // A turn that the server refuses to tell of is not to be read on; what became of it is in the conversation.
      if (known.status >= 400 && known.status < 500) lost = null
      return null
    }
  }

  function receive(attempt: Attempt, event: ChatEvent): void {
    if (event.type === 'turn') accept(attempt, event)
    if (event.type === 'title') place.title.value = event.title
    if (event.type === 'cut') {
      lose(attempt, { code: 'stream_cut', requestId: null })
      return
    }
    change(attempt, event)
    if (event.type === 'done') {
      end({ phase: event.status.startsWith('stop') ? 'stopped' : 'idle' })
      tellTabs(attempt)
    }
    if (event.type === 'error') {
      fail({ code: event.code, requestId: event.request_id, remedy: 'ask-again' })
      tellTabs(attempt)
    }
  }

  function accept(attempt: Attempt, event: TurnEvent): void {
    attempt.accepted = true
    ids.forget(attempt.cursor.turnId)
    state.value = { phase: 'streaming' }
    place.conversationId.value = event.conversation_id
    const question = attempt.asked?.question
    if (question) {
      thread.update<Question>(question.key, (message) => ({
        ...message,
        id: event.user_message_id,
        createdAt: event.created_at,
      }))
    }
    place.accepted()
    tellTabs(attempt)
    if (attempt.replay) attempt.behind = blank(answerOf(attempt))
    if (attempt.stopAsked) void askToStop(attempt)
  }

  /** A turn that was begun here has begun, or is over. */
  function tellTabs({ replay }: Attempt): void {
    const { value: conversationId } = place.conversationId
    if (!replay && conversationId) tellNews({ kind: 'turn', conversationId })
  }

  /** What is told again shows only once it says more than what is there, so that no text goes and comes. */
  function change(attempt: Attempt, event: ChatEvent): void {
    if (attempt.behind === null) {
      updateAnswer(attempt, (answer) => applyEvent(answer, event))
      return
    }
    const told = applyEvent(attempt.behind, event)
    const ahead = told.content.length >= (answerOf(attempt)?.content.length ?? 0)
    attempt.behind = ahead || event.type === 'replace' || over(told) ? null : told
    if (attempt.behind !== null) return
    updateAnswer(attempt, ({ parent, siblings }) => ({ ...told, parent, siblings }))
  }

  function answerOf({ answerKey }: Attempt): Answer | null {
    const message = thread.tree.value.get(answerKey)
    return message?.role === 'assistant' ? message : null
  }

  /** The question was not taken: it goes back to where it was typed. */
  function takeBack({ answerKey, asked }: Attempt): void {
    if (!asked) return
    const keys = asked.question ? [asked.question.key, answerKey] : [answerKey]
    thread.remove(new Set(keys), asked.leaf)
    asked.giveBack()
  }

  /** Asks the server to stop; what has arrived stays. The turn's own events tell how it ended. */
  async function stop(): Promise<void> {
    if (!current) return
    if (!current.stopAsked) await askToStop(current)
    else if (!current.accepted) withdraw(current)
  }

  async function askToStop(attempt: Attempt): Promise<void> {
    attempt.stopAsked = true
    stopping.value = true
    stopFailure.value = null
    try {
      await stopTurn(attempt.cursor.turnId)
    } catch (error) {
      if (current !== attempt) return
      if (!(error instanceof ApiError)) throw error
      // Not stored yet: asked again once it is.
      if (error.status === 404 && !attempt.accepted) return
      if (!attempt.accepted) {
        withdraw(attempt)
        return
      }
      attempt.stopAsked = false
      stopping.value = false
      stopFailure.value = toFailure(error)
    }
  }

  /** Gives up a turn that the server may never have heard of. */
  function withdraw(attempt: Attempt): void {
    attempt.abort.abort()
    takeBack(attempt)
    end({ phase: 'stopped' })
  }

  /** Lets go of the turn because the screen is about to change; a question not yet taken stays typed. */
  function abandon(): void {
    if (current) {
      current.abort.abort()
      if (!current.accepted) takeBack(current)
    }
    lost = null
    end({ phase: 'idle' })
  }

  function lose(attempt: Attempt, failure: AnswerFailure): void {
    updateAnswer(attempt, (answer) => ({ ...answer, status: 'cut', failure }))
    fail({ ...failure, remedy: 'look-up' })
    lost = attempt
  }

  function fail(failure: ChatFailure): void {
    end({ phase: 'failed', failure })
  }

  /** What cannot be asked at all. */
  function refuse(code: string): void {
    fail({ code, requestId: null, remedy: 'resubmit' })
  }

  function end(outcome: ChatState): void {
    current = null
    reconnecting.value = false
    stopping.value = false
    state.value = outcome
  }

  function updateAnswer({ answerKey }: Attempt, made: (answer: Answer) => Answer): void {
    thread.update<Answer>(answerKey, made)
  }

  /** The answer that is being written, which nobody else may overwrite. */
  const writing = () => current?.answerKey ?? null

  return {
    state,
    busy,
    reconnecting,
    stopping,
    stopFailure,
    writing,
    send,
    edit,
    regenerate,
    refuse,
    fillIn,
    attach,
    resume,
    stop,
    abandon,
  }
}

/**
 * The answer as it was before its first event. What stood beside its text stays: of a turn that goes on after a
 * form only the rest is told, and what is told again takes the place of what it was.
 */
function blank(answer: Answer | null): Answer | null {
  if (!answer) return null
  const parts = answer.parts.filter((part) => part.type !== 'replaced')
  return { ...answer, content: '', parts }
}

/** The turn a form belongs to. A later turn of the same answer may have tried to go on, and failed. */
function waitingTurn(answer: Answer, formId: string): string | null {
  const form = answer.parts.find((part) => part.type === 'form' && part.form_id === formId)
  return (form?.type === 'form' ? form.turn_id : null) ?? answer.turnId
}

function over({ status }: Answer): boolean {
  return status !== 'pending' && status !== 'streaming'
}

function toFailure({ code, requestId }: ApiError): AnswerFailure {
  return { code, requestId }
}
