import type { StreamRequest } from '@/api/stream'
import { newTurnId, type TurnCursor } from '@/api/turns'
import type { ChatMessage } from './types'

/** One attempt to get an answer. */
export interface Attempt {
  readonly cursor: TurnCursor
  readonly answerKey: string
  /** What was typed for it; null when nothing was. */
  readonly question: ChatMessage | null
  /** The answer is on the screen because of this attempt, and goes with it. */
  readonly ownsAnswer: boolean
  /** What is shown of the answer is told again from its first event. */
  readonly replay: boolean
  readonly abort: AbortController
  /** The server has stored the turn: its `turn` event has come. */
  accepted: boolean
  stopAsked: boolean
}

export function attemptOf(
  cursor: TurnCursor,
  answerKey: string,
  question: ChatMessage | null,
): Attempt {
  return {
    cursor,
    answerKey,
    question,
    ownsAnswer: cursor.start?.path === '/chat/stream',
    replay: false,
    abort: new AbortController(),
    accepted: cursor.start === null,
    stopAsked: false,
  }
}

/**
 * Gives each turn its id. A request that was sent and never answered may have been taken: sent once more, it
 * bears the same id, so that the server does not do it twice.
 */
export function startIds() {
  let unsure: { turnId: string; request: string } | null = null

  function begin({ path, body }: StreamRequest & { body: object }): TurnCursor {
    const request = JSON.stringify([path, body])
    const turnId = unsure?.request === request ? unsure.turnId : newTurnId()
    unsure = { turnId, request }
    return { turnId, start: { path, body: { ...body, turn_id: turnId } }, last: 0 }
  }

  /** The server has answered: the same words sent again are meant to be another turn. */
  function forget(turnId: string): void {
    if (unsure?.turnId === turnId) unsure = null
  }

  return { begin, forget }
}
