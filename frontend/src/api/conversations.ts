import type { Schema } from './call'
import { request } from './http'
import { MAX_PAGE_SIZE, type Page } from './page'
import { tellNews } from './tabs'

export interface Conversation {
  id: string
  app_id: string
  title: string | null
  pinned: boolean
  archived: boolean
  temporary: boolean
  folder_id?: string | null
  /** Absent where there are none. */
  tags?: readonly string[]
  created_at: string
  updated_at: string
  /** When it goes for good: it is in the trash, or temporary. */
  purge_at?: string | null
}

export type Place = 'list' | 'archive' | 'trash'

/** What of a place is wanted; nothing said is no condition. */
export interface Narrowing {
  folder_id?: string | null
  tag?: string | null
}

export interface ConversationChange {
  title?: string
  pinned?: boolean
  archived?: boolean
  folder_id?: string
  tags?: readonly string[]
  /** Only this: what is kept does not become temporary again. */
  temporary?: false
}

export interface Counts {
  list: number
  archive: number
  trash: number
  /** Absent where there are none, as are the tags. */
  folders?: readonly { folder_id: string; count: number }[]
  tags?: readonly { tag: string; count: number }[]
}

export type StoredStatus =
  'streaming' | 'completed' | 'stopped' | 'stop_unconfirmed' | 'failed' | 'interrupted' | 'paused'

export interface Feedback {
  rating: 'like' | 'dislike'
  reason?: string | null
}

/** What an answer was told with beside its text: an event's name as `type`, and its fields. */
export type StoredPart = Record<string, unknown> & { type: string }

export type StoredMessage = Omit<
  Schema<'MessageView'>,
  'role' | 'status' | 'feedback' | 'parts'
> & {
  role: 'user' | 'assistant'
  status: StoredStatus
  feedback?: Feedback | null
  parts?: readonly StoredPart[] | null
}

const one = (id: string) => `/conversations/${encodeURIComponent(id)}`

export function listConversations(
  place: Place,
  narrowing: Narrowing,
  cursor: string | null,
): Promise<Page<Conversation>> {
  return request('GET', '/conversations', { query: { place, ...narrowing, limit: 50, cursor } })
}

export function countConversations(): Promise<Counts> {
  return request('GET', '/conversations/counts')
}

export function getConversation(id: string, signal?: AbortSignal): Promise<Conversation> {
  return request('GET', one(id), { ...(signal && { signal }) })
}

/** Does something to a conversation, or to many, and tells the other tabs. */
async function changing<T>(conversationId: string | null, work: Promise<T>): Promise<T> {
  const outcome = await work
  tellNews({ kind: 'changed', conversationId })
  return outcome
}

export function changeConversation(id: string, change: ConversationChange): Promise<Conversation> {
  return changing(id, request('PATCH', one(id), { body: change }))
}

export function takeOutOfFolder(id: string): Promise<void> {
  return changing(id, request('DELETE', `${one(id)}/folder`))
}

/** Puts it into the trash, or removes it at once and for good. */
export function deleteConversation(id: string, permanent = false): Promise<void> {
  const query = { permanent: permanent ? 'true' : null }
  return changing(id, request('DELETE', one(id), { query }))
}

export function restoreConversation(id: string): Promise<Conversation> {
  return changing(id, request('POST', `${one(id)}/restore`))
}

/** Puts everything of list and archive into the trash. */
export function deleteAllConversations(): Promise<{ count: number }> {
  return changing(null, request('DELETE', '/conversations'))
}

export function emptyTrash(): Promise<{ count: number }> {
  return request('DELETE', '/conversations/trash')
}

/** The newest messages, or those next older than the message `before`. */
export function listMessages(
  conversationId: string,
  before: string | null,
  signal?: AbortSignal,
): Promise<Page<StoredMessage>> {
  return request('GET', `${one(conversationId)}/messages`, {
    query: { limit: MAX_PAGE_SIZE, before },
    ...(signal && { signal }),
  })
}
