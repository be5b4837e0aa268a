import { computed, type Ref, ref, shallowRef, type ShallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { askRequest, type FilledForm, formRequest, type Question } from '@/api/chat'
import type { ChatEvent, TurnEvent } from '@/api/chat-events'
import { followTurn, stopTurn } from '@/api/turns'
import { applyEvent } from '../apply-event'
import { attemptOf, type Attempt, startIds } from '../attempt'
import { frameBatch } from '../frame-batch'
import { newAnswer, newQuestion } from '../messages'
import type { Answer, AnswerFailure, ChatFailure, ChatMessage, ChatState } from '../types'

/** What of the conversation a turn reads and writes. */
interface Thread {
  conversationId: Ref<string | null>
  appId: Ref<string | null>
  title: Ref<string | null>
  temporary: Ref<boolean>
  messages: ShallowRef<readonly ChatMessage[]>
  draft: Ref<string>
  /** Reads the messages anew, because others have written there. */
  readAnew: () => Promise<void>
}

/** Runs the turns of a conversation, one at a time, and keeps the state of the latest. */
export function useTurn(thread: Thread) {
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

  /** Asks. Does nothing while an answer is under way. Never throws: failures become the state. */
  async function send(text: string): Promise<void> {
    const question = newQuestion(text)
    await ask({ message: text }, question, [question])
  }

  /** Has the last question answered once more, after its answer has failed. */
  async function retry(): Promise<void> {
    const answer = thread.messages.value.at(-1)
    const question = thread.messages.value.findLast((message) => message.role === 'user')
    if (answer?.role !== 'assistant' || !question?.id) return
    if (answer.status !== 'failed' && answer.status !== 'interrupted') return
    await ask({ parent_message_id: question.id }, null, [])
  }

  async function ask(
    asked: Pick<Question, 'message' | 'parent_message_id'>,
    question: ChatMessage | null,
    shown: readonly ChatMessage[],
  ): Promise<void> {
    const appId = thread.appId.value
    if (busy.value || appId === null) return
    const conversationId = thread.conversationId.value
    const start = ids.begin(
      askRequest({
        app_id: appId,
        ...asked,
        ...(conversationId && { conversation_id: conversationId }),
        ...(!conversationId && thread.temporary.value && { temporary: true }),
      }),
    )
    const answer = newAnswer(start.turnId)
    thread.messages.value = [...thread.messages.value, ...shown, answer]
    const attempt = attemptOf(start, answer.key, question)
    const refusal = await run(attempt)
    if (!refusal) return
    takeBack(attempt)
    fail({ ...toFailure(refusal), remedy: 'resubmit' })
    if (refusal.code === 'turn_running') await thread.readAnew()
  }

  /** Fills in the form an answer waits for; the answer goes on. Throws `ApiError` when it is not taken. */
  async function fillIn(answer: Answer, formId: string, filled: FilledForm): Promise<void> {
    if (busy.value || answer.turnId === null) return
    const start = ids.begin(formRequest(answer.turnId, formId, filled))
    const refusal = await run(attemptOf(start, answer.key, null))
    if (!refusal) return
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
    void run({ ...lost, abort: new AbortController() })
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
      if (isCurrent()) {
        updateAnswer(attempt, (answer) => applyEvent(answer, { type: 'delta', text }))
      }
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
      return null
    }
  }

  function receive(attempt: Attempt, event: ChatEvent): void {
    if (event.type === 'turn') accept(attempt, event)
    if (event.type === 'title') thread.title.value = event.title
    if (event.type === 'cut') {
      lose(attempt, { code: 'stream_cut', requestId: null })
      return
    }
    updateAnswer(attempt, (answer) => applyEvent(answer, event))
    if (event.type === 'done') {
      end({ phase: event.status.startsWith('stop') ? 'stopped' : 'idle' })
    }
    if (event.type === 'error') {
      fail({ code: event.code, requestId: event.request_id, remedy: 'ask-again' })
    }
  }

  function accept(attempt: Attempt, event: TurnEvent): void {
    attempt.accepted = true
    ids.forget(attempt.cursor.turnId)
    state.value = { phase: 'streaming' }
    thread.conversationId.value = event.conversation_id
    thread.messages.value = thread.messages.value.map((message) =>
      message.key === attempt.question?.key ? { ...message, id: event.user_message_id } : message,
    )
    if (attempt.replay) updateAnswer(attempt, blank)
    if (attempt.stopAsked) void askToStop(attempt)
  }

  /** The question was not taken: it goes back to where it was typed. */
  function takeBack({ answerKey, question }: Attempt): void {
    thread.messages.value = thread.messages.value.filter(
      ({ key }) => key !== question?.key && key !== answerKey,
    )
    if (!question) return
    const typedMeanwhile = thread.draft.value
    thread.draft.value = typedMeanwhile
      ? `${question.content}\n${typedMeanwhile}`
      : question.content
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
    if (attempt.ownsAnswer) takeBack(attempt)
    end({ phase: 'stopped' })
  }

  /** Lets go of the turn because the screen is about to change; a question not yet taken stays typed. */
  function abandon(): void {
    if (current) {
      current.abort.abort()
      if (!current.accepted && current.ownsAnswer) takeBack(current)
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

  function end(outcome: ChatState): void {
    current = null
    reconnecting.value = false
    stopping.value = false
    state.value = outcome
  }

  function updateAnswer({ answerKey }: Attempt, change: (answer: Answer) => Answer): void {
    thread.messages.value = thread.messages.value.map((message) =>
      message.key === answerKey && message.role === 'assistant' ? change(message) : message,
    )
  }

  return {
    state,
    busy,
    reconnecting,
    stopping,
    stopFailure,
    send,
    retry,
    fillIn,
    attach,
    resume,
    stop,
    abandon,
  }
}

/** The answer as it was before its first event; files keep their ids and are known already. */
function blank(answer: Answer): Answer {
  const parts = answer.parts.filter((part) => part.type === 'file')
  return { ...answer, content: '', parts, nodes: [], citations: [] }
}

function toFailure({ code, requestId }: ApiError): AnswerFailure {
  return { code, requestId }
}
