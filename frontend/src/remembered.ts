/** What this browser remembers under a name; null where there is nothing, or where keeping things is forbidden. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Without a place to keep it, a choice holds until the page is left. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Forbidden or full: the choice itself is not worth an error.
  }
}
