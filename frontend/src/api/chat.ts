import type { ChatEvent } from './chat-events'
import { streamChat } from './stream'

export interface Question {
  app_id: string
  message: string
  conversation_id?: string
}

/** Asks and yields the answer's events; see `streamChat` for how failures arrive. */
export function ask(question: Question, signal: AbortSignal): AsyncGenerator<ChatEvent, void> {
  return streamChat('/chat/stream', question, signal)
}
