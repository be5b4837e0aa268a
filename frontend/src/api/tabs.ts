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

/**
 * The refresh cookie rotates, and using a rotated one ends the session as theft. All tabs share the
 * cookie, so they must not refresh at the same moment. Without the Locks API (plain http) tabs are on their own.
 */
export async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  // The lib types promise `locks`, browsers do so only in secure contexts.
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? await locks.request('rechat-refresh', work) : await work()
}
