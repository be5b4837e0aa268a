import type { Conversation, Narrowing, StoredMessage } from './conversations'
import { request } from './http'

/** A piece of text; `match` is what was looked for. Text, never HTML. */
export interface Segment {
  text: string
  match: boolean
}

export interface SearchHit {
  message_id: string
  role: StoredMessage['role']
  created_at: string
  snippet: readonly Segment[]
}

export interface SearchResult {
  conversation: Conversation
  /** Absent where it is empty, as are the hits. */
  title?: readonly Segment[]
  hits?: readonly SearchHit[]
  hit_count: number
}

export interface SearchPage {
  data: SearchResult[]
  next_cursor?: string | null
  /** False when the search stopped before the oldest conversations; `next_cursor` goes on there. */
  complete: boolean
}

export function searchConversations(
  words: string,
  narrowing: Narrowing,
  cursor: string | null,
  signal: AbortSignal,
): Promise<SearchPage> {
  const query = { q: words, ...narrowing, limit: 20, cursor }
  return request('GET', '/conversations/search', { query, signal })
}
