import type { StoredMessage } from './conversations'
import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export interface Share {
  id: string
  conversation_id: string
  title?: string
  created_at: string
  /** Absent where it has no end. */
  expires_at?: string | null
}

/** What a link shows of the conversation behind it; nothing of its owner. */
export interface SharedConversation {
  title?: string
  /** Absent when it is gone. */
  app?: { name: string; icon?: string }
  shared_at: string
}

export type SharedMessage = Pick<
  StoredMessage,
  'role' | 'content' | 'status' | 'files' | 'parts' | 'created_at'
> & {
  /** From 1; what the next page begins after. */
  position: number
}

/** The only answer that tells the link: an address, or a path where the house does not know its own. */
export function makeShare(conversationId: string, days: number | null): Promise<{ url: string }> {
  const path = `/conversations/${encodeURIComponent(conversationId)}/shares`
  return request('POST', path, { body: { ...(days !== null && { expires_in_days: days }) } })
}

/** Those that are neither revoked nor over. */
export function listShares(): Promise<Share[]> {
  return readAll((cursor) =>
    request<Page<Share>>('GET', '/shares', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
}

export function revokeShare(id: string): Promise<void> {
  return request('DELETE', `/shares/${encodeURIComponent(id)}`)
}

export function getShared(token: string): Promise<SharedConversation> {
  return request('GET', `/shared/${encodeURIComponent(token)}`)
}

/** The messages after a position, oldest first. */
export function listSharedMessages(
  token: string,
  after: string | null,
): Promise<Page<SharedMessage>> {
  const query = { after, limit: MAX_PAGE_SIZE }
  return request('GET', `/shared/${encodeURIComponent(token)}/messages`, { query })
}
