import type {
  CitationEvent,
  FileEvent,
  FormEvent,
  NodeEvent,
  NoticeEvent,
  ThoughtEvent,
  ToolEvent,
  UsageEvent,
} from '@/api/chat-events'
import type { FieldError } from '@/api/api-error'
import type { Schema } from '@/api/call'
import type { Feedback, StoredStatus } from '@/api/conversations'

/**
 * Beside those of the server there are two of the browser: `pending`, not yet accepted; `cut`, the connection
 * was lost while reading and did not come back.
 */
export type MessageStatus = StoredStatus | 'pending' | 'cut'

interface Message {
  /** Stays the same when the server has given the message its id, so that nothing is drawn anew. */
  key: string
  id: string | null
  /** The key of the message it follows; null at the beginning. */
  parent: string | null
  /** The keys of all versions of it, itself among them, oldest first. */
  siblings: readonly string[]
  createdAt: string | null
  content: string
}

export interface Question extends Message {
  role: 'user'
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

export interface Answer extends Message {
  role: 'assistant'
  /** The turn that writes it, or wrote it last. */
  turnId: string | null
  status: MessageStatus
  parts: readonly AnswerPart[]
  nodes: readonly NodeEvent[]
  citations: readonly CitationEvent[]
  /** Why it failed, as far as this was told here; the history keeps only that it did. */
  failure: AnswerFailure | null
  feedback: Feedback | null
  usage: UsageEvent | null
}

export interface AnswerFailure {
  code: string
  requestId: string | null
}

export type ChatMessage = Question | Answer

/** Which of how many versions of a message is shown. */
export interface Versions {
  readonly keys: readonly string[]
  readonly index: number
}

/** A file that goes with the question being typed. */
export interface Attachment {
  key: string
  name: string
  size: number
  kind: 'image' | 'document' | 'audio' | 'video' | 'custom'
  mediaType: string
  state: 'uploading' | 'ready' | 'failed'
  /** From 0 to 1. */
  progress: number
  file: Schema<'TurnFile'> | null
  errorCode: string | null
  /** What the server takes at most, where it was too large and that was told. */
  maxBytes?: number | null
  /** An address of this page, to show an image with. */
  preview: string | null
}

/** What is sent as one question. */
export interface Asked {
  text: string
  attachments: readonly Attachment[]
  inputs: Readonly<Record<string, unknown>>
  /** Of an app that is run with a form: the inputs go with each question, not only with the first. */
  run?: true
}

/** A question that is being changed. */
export interface Editing {
  key: string
  text: string
}

export interface ChatFailure extends AnswerFailure {
  /**
   * What can be done. `resubmit`: the question was not taken and is in the composer again.
   * `ask-again`: it is stored, its answer failed. `look-up`: the server may have gone on without us;
   * reading can go on, too.
   */
  remedy: 'resubmit' | 'ask-again' | 'look-up'
  /** What was wrong with which part of a question that was not taken. */
  errors?: readonly FieldError[]
}

export type ChatState =
  | { phase: 'idle' }
  | { phase: 'submitting' }
  | { phase: 'streaming' }
  | { phase: 'failed'; failure: ChatFailure }
  | { phase: 'stopped' }
