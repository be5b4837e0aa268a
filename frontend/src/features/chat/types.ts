import type {
  CitationEvent,
  FileEvent,
  FormEvent,
  NodeEvent,
  NoticeEvent,
  ThoughtEvent,
  ToolEvent,
} from '@/api/chat-events'
import type { StoredStatus } from '@/api/conversations'

/**
 * Beside those of the server there are two of the browser: `pending`, not yet accepted; `cut`, the connection
 * was lost while reading and did not come back.
 */
export type MessageStatus = StoredStatus | 'pending' | 'cut'

export interface Question {
  role: 'user'
  /** Stays the same when the server has given the message its id, so that nothing is drawn anew. */
  key: string
  id: string | null
  content: string
  files: readonly FileEvent[]
}

/** What stands beside the text of an answer; shown in the order in which the parts came. */
export type AnswerPart =
  | ThoughtEvent
  | ToolEvent
  | FileEvent
  | FormEvent
  | NoticeEvent
  | { type: 'replaced' }
  | { type: 'unknown'; name: string }

export interface Answer {
  role: 'assistant'
  key: string
  id: string | null
  /** The turn that writes it, or wrote it last. */
  turnId: string | null
  content: string
  status: MessageStatus
  parts: readonly AnswerPart[]
  nodes: readonly NodeEvent[]
  citations: readonly CitationEvent[]
  /** Why it failed, as far as this was told here; the history keeps only that it did. */
  failure: AnswerFailure | null
}

export interface AnswerFailure {
  code: string
  requestId: string | null
}

export type ChatMessage = Question | Answer

export interface ChatFailure extends AnswerFailure {
  /**
   * What can be done. `resubmit`: the question was not taken and is in the composer again.
   * `ask-again`: it is stored, its answer failed. `look-up`: the server may have gone on without us;
   * reading can go on, too.
   */
  remedy: 'resubmit' | 'ask-again' | 'look-up'
}

export type ChatState =
  | { phase: 'idle' }
  | { phase: 'submitting' }
  | { phase: 'streaming' }
  | { phase: 'failed'; failure: ChatFailure }
  | { phase: 'stopped' }
