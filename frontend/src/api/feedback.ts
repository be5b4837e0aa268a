import { call, type Schema } from './call'
import type { Feedback } from './conversations'

/** As `FeedbackView` tells it; anything else than the two ratings there are is no rating. */
export function toFeedback(told: Schema<'FeedbackView'> | null | undefined): Feedback | null {
  if (told?.rating !== 'like' && told?.rating !== 'dislike') return null
  return { rating: told.rating, reason: told.reason ?? null }
}

/** Says what one thinks of an answer, or takes it back. Resolves to what is stored now. Throws `ApiError`. */
export async function rateAnswer(
  messageId: string,
  feedback: Feedback | null,
): Promise<Feedback | null> {
  const stored = (await call('PUT', '/chat/messages/{id}/feedback', {
    path: { id: messageId },
    body: feedback
      ? { rating: feedback.rating, ...(feedback.reason && { reason: feedback.reason }) }
      : { rating: null },
  })) as Schema<'FeedbackView'> | undefined
  return toFeedback(stored)
}

/** What one could ask after an answer; none where the app does not suggest. Throws `ApiError`. */
export async function suggestionsAfter(
  messageId: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { data } = await call('GET', '/chat/messages/{id}/suggestions', {
    path: { id: messageId },
    signal,
  })
  return data
}
