import { computed, type Ref, shallowRef, type ShallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { ask } from '@/api/chat'
import type { ChatEvent, TurnEvent } from '@/api/chat-events'
import { applyEvent } from '../apply-event'
import { frameBatch } from '../frame-batch'
import { newAnswer, newQuestion } from '../messages'
import type { Answer, ChatFailure, ChatMessage, ChatState } from '../types'

/** What of the conversation a turn reads and writes. */
interface Thread {
  conversationId: Ref<string | null>
  appId: Ref<string | null>
  title: Ref<string | null>
  messages: ShallowRef<readonly ChatMessage[]>
  draft: Ref<string>
}

/** One attempt to get an answer; events of any but the current one are dropped. */
interface Attempt {
  question: string
  /** The server has stored the question: the `turn` event has come. */
  accepted: boolean
  abort: AbortController
  flush: () => void
}

/** Runs the turns of a conversation, one at a time, and keeps the state of the latest. */
export function useTurn(thread: Thread) {
  const state = shallowRef<ChatState>({ phase: 'idle' })
  const busy = computed(
    () => state.value.phase === 'submitting' || state.value.phase === 'streaming',
  )
  let current: Attempt | null = null

  /** Asks. Does nothing while an answer is under way. Never throws: failures become the state. */
  async function send(question: string): Promise<void> {
    const appId = thread.appId.value
    if (busy.value || appId === null) return
    const batch = frameBatch((text) => {
      if (current === attempt) updateAnswer((answer) => applyEvent(answer, { type: 'delta', text }))
    })
    const attempt: Attempt = {
      question,
      accepted: false,
      abort: new AbortController(),
      flush: batch.flush,
    }
    current = attempt
    state.value = { phase: 'submitting' }
    thread.messages.value = [...thread.messages.value, newQuestion(question), newAnswer()]
    const conversationId = thread.conversationId.value
    const request = {
      app_id: appId,
      message: question,
      ...(conversationId && { conversation_id: conversationId }),
    }
    try {
      for await (const event of ask(request, attempt.abort.signal)) {
        if (current !== attempt) return
        if (event.type === 'delta') {
          batch.add(event.text)
        } else {
          batch.flush()
          receive(attempt, event)
        }
      }
    } catch (error) {
      if (current === attempt) refuse(attempt, error)
    }
  }

  function receive(attempt: Attempt, event: ChatEvent): void {
    if (event.type === 'turn') accept(attempt, event)
    if (event.type === 'title') thread.title.value = event.title
    if (event.type === 'cut' && !attempt.accepted) {
      refuse(attempt, ApiError.client('stream_cut'))
      return
    }
    updateAnswer((answer) => applyEvent(answer, event))
    if (event.type === 'done') end({ phase: event.status === 'stopped' ? 'stopped' : 'idle' })
    if (event.type === 'cut') fail({ code: 'stream_cut', requestId: null, remedy: 'look-up' })
    if (event.type === 'error') {
      fail({ code: event.code, requestId: event.request_id, remedy: 'ask-again' })
    }
  }

  function accept(attempt: Attempt, event: TurnEvent): void {
    attempt.accepted = true
    state.value = { phase: 'streaming' }
    thread.conversationId.value = event.conversation_id
    const question = thread.messages.value.at(-2)
    const answer = thread.messages.value.at(-1)
    if (question && answer) {
      thread.messages.value = [
        ...thread.messages.value.slice(0, -2),
        { ...question, id: event.user_message_id },
        answer,
      ]
    }
  }

  /** The question was not taken: it goes back to where it was typed. */
  function refuse(attempt: Attempt, error: unknown): void {
    takeBack(attempt)
    const known = error instanceof ApiError ? error : ApiError.client('unexpected_answer', error)
    fail({ code: known.code, requestId: known.requestId, remedy: 'resubmit' })
  }

  function takeBack(attempt: Attempt): void {
    thread.messages.value = thread.messages.value.slice(0, -2)
    const typedMeanwhile = thread.draft.value
    thread.draft.value = typedMeanwhile
      ? `${attempt.question}\n${typedMeanwhile}`
      : attempt.question
  }

  /** Ends reading at the reader's wish; what has arrived stays. */
  function stop(): void {
    if (!current) return
    const attempt = current
    attempt.flush()
    attempt.abort.abort()
    if (attempt.accepted) updateAnswer((answer) => ({ ...answer, status: 'left' }))
    else takeBack(attempt)
    end({ phase: 'stopped' })
  }

  /** Asks the last question once more, as a new turn, after its answer has failed. */
  async function retry(): Promise<void> {
    const [question, answer] = thread.messages.value.slice(-2)
    if (question?.role !== 'user' || answer?.role !== 'assistant') return
    if (answer.status === 'failed' || answer.status === 'interrupted') await send(question.content)
  }

  /** Lets go of the turn because the screen is about to change; a question not yet taken stays typed. */
  function abandon(): void {
    if (current) {
      current.abort.abort()
      if (!current.accepted) takeBack(current)
    }
    end({ phase: 'idle' })
  }

  function fail(failure: ChatFailure): void {
    end({ phase: 'failed', failure })
  }

  function end(outcome: ChatState): void {
    current = null
    state.value = outcome
  }

  function updateAnswer(change: (answer: Answer) => Answer): void {
    const last = thread.messages.value.at(-1)
    if (last?.role !== 'assistant') return
    thread.messages.value = [...thread.messages.value.slice(0, -1), change(last)]
  }

  return { state, busy, send, stop, retry, abandon }
}
