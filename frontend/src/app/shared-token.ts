const STORAGE_KEY = 'rechat.shared'

/** The token in the fragment of a shared conversation's link; it is never sent as part of an address of a page. */
export function tokenIn(hash: string): string | null {
  const token = hash.startsWith('#token=') ? hash.slice('#token='.length) : ''
  return /^[\w-]+$/.test(token) ? token : null
}

/** Keeps the token while its reader signs in, in this tab only. */
export function rememberShared(token: string): void {
  sessionStorage.setItem(STORAGE_KEY, token)
}

/** The token that was kept; once. */
export function takeShared(): string | null {
  const token = sessionStorage.getItem(STORAGE_KEY)
  sessionStorage.removeItem(STORAGE_KEY)
  return token
}
