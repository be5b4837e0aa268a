const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 5_000

/** How long to wait between attempts: not at all after one that got somewhere, then ever longer. */
export class Backoff {
  private failures = 0
  private since: number | null = null

  /** Attempts in a row that got nowhere. */
  get attempts(): number {
    return this.failures
  }

  /** How long ago the first of them ended. */
  get elapsedMs(): number {
    return this.since === null ? 0 : Date.now() - this.since
  }

  progress(): void {
    this.failures = 0
    this.since = null
  }

  /** The pause before the next attempt. `cut` says that this one had been answered. */
  next(cut: boolean): number {
    this.failures += 1
    this.since ??= Date.now()
    const doubled = this.failures - (cut ? 2 : 1)
    return doubled < 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** doubled)
  }
}

/** Waits; less when the network comes back meanwhile. Throws the signal's reason when it fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
