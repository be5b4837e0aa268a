import { onScopeDispose, reactive, shallowRef } from 'vue'
import { type Verification, verifyAudit } from '@/api/admin-audit'

type VerificationState =
  | { phase: 'idle' }
  | { phase: 'running'; report: Verification | null }
  | { phase: 'done'; report: Verification }
  | { phase: 'failed'; error: unknown; report: Verification | null }

/** Walks through all of the log, stretch by stretch; after a failure it goes on where it was. */
export function useVerification() {
  const state = shallowRef<VerificationState>({ phase: 'idle' })
  let head: string | null = null
  let asking = new AbortController()

  async function begin(noted: string): Promise<void> {
    head = noted.trim() || null
    await walk(null)
  }

  async function goOn(): Promise<void> {
    if (state.value.phase === 'failed') await walk(state.value.report)
  }

  async function walk(from: Verification | null): Promise<void> {
    stop()
    const { signal } = asking
    let report = from
    try {
      do {
        state.value = { phase: 'running', report }
        report = await verifyAudit(head, report?.next_cursor ?? null, signal)
        if (signal.aborted) return
      } while (report.next_cursor !== null)
      state.value = { phase: 'done', report }
    } catch (error) {
      if (!signal.aborted) state.value = { phase: 'failed', error, report }
    }
  }

  function stop(): void {
    asking.abort()
    asking = new AbortController()
    state.value = { phase: 'idle' }
  }

  onScopeDispose(stop)
  return reactive({ state, begin, goOn, stop })
}
