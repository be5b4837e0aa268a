import type { StreamRequest } from './stream'

export interface Question {
  app_id: string
  /** May be left out where `parent_message_id` is a question that is to be answered again. */
  message?: string
  conversation_id?: string
  inputs?: Record<string, unknown>
  /** Ids of uploads. */
  files?: readonly string[]
  parent_message_id?: string
  /** Begins a conversation that goes by itself after a day. */
  temporary?: true
}

export interface FilledForm {
  /** Texts, and files by their ids. */
  inputs: Record<string, unknown>
  action: string
}

/** As `parent_message_id`: at the beginning of the conversation, beside its first question. */
export const BEGINNING = '00000000-0000-0000-0000-000000000000'

/** Asks; see `followTurn` for the answer. */
export function askRequest(question: Question): StreamRequest & { body: object } {
  return { path: '/chat/stream', body: question }
}

/** Fills in the form a paused turn waits for; the answer goes on in a turn of its own. */
export function formRequest(
  turnId: string,
  formId: string,
  filled: FilledForm,
): StreamRequest & { body: object } {
  const path = `/chat/turns/${encodeURIComponent(turnId)}/forms/${encodeURIComponent(formId)}`
  return { path, body: filled }
}
