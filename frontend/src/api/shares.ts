import type { StoredMessage } from './conversations'
import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export interface Share {
  id: string
  conversation_id: string
  title: string | null
  created_at: string
  expires_at: string | null
}

/** The only answer that tells the link. */
export type MadeShare = Share & { url: string }

/** What a link shows of the conversation behind it. */
export interface SharedConversation {
  title: string | null
  app_name?: string | null
  created_at: string
  expires_at: string | null
}

export function makeShare(conversationId: string, days: number | null): Promise<MadeShare> {
  const path = `/conversations/${encodeURIComponent(conversationId)}/shares`
  return request('POST', path, { body: { ...(days !== null && { expires_in_days: days }) } })
}

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

/** The messages after the one given, oldest first. */
export function listSharedMessages(
  token: string,
  after: string | null,
): Promise<Page<StoredMessage>> {
  const query = { after, limit: MAX_PAGE_SIZE }
  return request('GET', `/shared/${encodeURIComponent(token)}/messages`, { query })
}
