import { apiPath, request } from './http'
import type { Page } from './page'

/** What somebody thinks of an answer. Written here: the document has another type of this name. */
export interface Feedback {
  message_id: string
  conversation_id: string
  app_id: string
  /** Absent when the app is gone. */
  app_name?: string | null
  user_id: string
  /** Absent while the account is being deleted. */
  email?: string | null
  rating: 'like' | 'dislike'
  reason?: string | null
  /** Whether Dify knows it, too. */
  forwarded: boolean
  created_at: string
  updated_at: string
}

export interface ReadFeedback {
  feedback: Feedback
  question?: string | null
  answer?: string | null
}

/** What narrows the list: times are moments, what is empty does not narrow. */
export interface FeedbackSearch {
  app_id?: string
  user_id?: string
  rating?: string
  with_reason?: string
  from?: string | null
  to?: string | null
}

const asked = (search: FeedbackSearch) => ({
  app_id: search.app_id || null,
  user_id: search.user_id || null,
  rating: search.rating || null,
  with_reason: search.with_reason || null,
  from: search.from || null,
  to: search.to || null,
})

export async function listFeedback(
  search: FeedbackSearch,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Feedback>> {
  const query = { ...asked(search), cursor, limit: 50 }
  return request('GET', '/admin/feedback', { query, signal })
}

/** With question and answer. That they were read is written into the audit log. */
export function readFeedback(messageId: string): Promise<ReadFeedback> {
  return request('GET', `/admin/feedback/${encodeURIComponent(messageId)}`)
}

export function feedbackExport(search: FeedbackSearch): string {
  return apiPath('/admin/feedback/export', asked(search))
}
