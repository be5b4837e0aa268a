import { useDocumentVisibility, useIntervalFn, useWindowFocus } from '@vueuse/core'
import { watch } from 'vue'
import { useSession } from './stores/use-session'

const POLL_MS = 30_000

/**
 * Looks now and then, and whenever the page is looked at again, whether what is in the way of the account
 * is gone; calls `settled` once it is, or once another thing is in the way. Failures are silent: it looks again.
 */
export function useSettling(settled: () => void): void {
  const session = useSession()
  const visibility = useDocumentVisibility()
  const focused = useWindowFocus()

  function look(): void {
    if (visibility.value === 'visible') void session.reloadQuietly()
  }

  useIntervalFn(look, POLL_MS)
  watch(focused, (focus) => {
    if (focus) look()
  })
  watch(() => session.obstacle, settled)
}
