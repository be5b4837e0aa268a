import { useLocalStorage } from '@vueuse/core'

/** What an administrator has put away in this browser: the way in, and the list of first steps. */
export function useFirstRun() {
  const put = useLocalStorage<'asked' | 'hidden' | ''>('rechat.first-run', '')
  return put
}
