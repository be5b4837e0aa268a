import type { StreamRequest } from '@/api/stream'
import { newTurnId, type TurnCursor } from '@/api/turns'
import type { Answer, Question } from './types'

/** One attempt to get an answer. */
export interface Attempt {
  readonly cursor: TurnCursor
  readonly answerKey: string
  /** What was put on the screen for it, and goes again when the server does not take it. */
  readonly asked: Placed | null
  /** What is shown of the answer is told again from its first event. */
  readonly replay: boolean
  readonly abort: AbortController
  /** The server has stored the turn: its `turn` event has come. */
  accepted: boolean
  stopAsked: boolean
  /** An answer that is told again, until it is as long as what is shown of it. */
  behind: Answer | null
}

export interface Placed {
  /** Null where a stored question is answered again. */
  readonly question: Question | null
  /** Where the path ended before. */
  readonly leaf: string | null
  /** Gives back what was typed. */
  readonly giveBack: () => void
}

export function attemptOf(cursor: TurnCursor, answerKey: string, asked: Placed | null): Attempt {
  return {
    cursor,
    answerKey,
    asked,
    replay: false,
    abort: new AbortController(),
    accepted: cursor.start === null,
    stopAsked: false,
    behind: null,
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
