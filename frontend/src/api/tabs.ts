import type { Feedback } from './conversations'

/**
 * What the tabs of one browser tell each other about the session they share. A channel reaches pages of
 * our own origin only and stores nothing.
 */
export type TabMessage = { kind: 'renewed'; token: string } | { kind: 'ended' }

const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rechat-session')

export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message)
}

/** Hears the other tabs, never this one. */
export function listenToTabs(hear: (message: TabMessage) => void): void {
  channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => {
    hear(event.data)
  })
}

/** What one tab has done to a conversation; the others show it, too. */
export type ConversationNews =
  | { kind: 'turn'; conversationId: string }
  | { kind: 'changed'; conversationId: string | null }
  | { kind: 'feedback'; conversationId: string; messageId: string; feedback: Feedback | null }

const conversationChannel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rechat-conversations')

export function tellNews(news: ConversationNews): void {
  conversationChannel?.postMessage(news)
}

/** Hears what other tabs did, never this one. Ends with the function it answers. */
export function listenToNews(hear: (news: ConversationNews) => void): () => void {
  const listener = (event: MessageEvent<ConversationNews>) => {
    hear(event.data)
  }
  conversationChannel?.addEventListener('message', listener)
  return () => conversationChannel?.removeEventListener('message', listener)
}

/**
 * The refresh cookie rotates, and using a rotated one ends the session as theft. All tabs share the
 * cookie, so they must not refresh at the same moment. Without the Locks API (plain http) tabs are on their own.
 */
export async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  // The lib types promise `locks`, browsers do so only in secure contexts.
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? await locks.request('rechat-refresh', work) : await work()
}
