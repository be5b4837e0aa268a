import { request } from './http'
import { MAX_PAGE_SIZE, type Page } from './page'

export interface Conversation {
  id: string
  app_id: string
  title: string | null
  pinned: boolean
  archived: boolean
  created_at: string
  updated_at: string
}

export interface StoredFile {
  id: string
  name: string
  media_type: string
  size?: number | null
  url: string
}

export type StoredStatus =
  'streaming' | 'completed' | 'stopped' | 'stop_unconfirmed' | 'failed' | 'interrupted' | 'paused'

export interface StoredMessage {
  id: string
  conversation_id: string
  role: 'user' | 'assistant'
  /** Absent or empty while nothing has arrived. */
  content?: string
  parent_id: string | null
  turn_id: string | null
  status: StoredStatus | null
  created_at: string
  files?: StoredFile[]
}

export function listConversations(cursor: string | null): Promise<Page<Conversation>> {
  return request('GET', '/conversations', { query: { limit: 50, cursor } })
}

export function getConversation(id: string, signal?: AbortSignal): Promise<Conversation> {
  return request('GET', `/conversations/${encodeURIComponent(id)}`, { ...(signal && { signal }) })
}

/** The newest messages, or those next older than the message `before`. */
export function listMessages(
  conversationId: string,
  before: string | null,
  signal?: AbortSignal,
): Promise<Page<StoredMessage>> {
  return request('GET', `/conversations/${encodeURIComponent(conversationId)}/messages`, {
    query: { limit: MAX_PAGE_SIZE, before },
    ...(signal && { signal }),
  })
}
