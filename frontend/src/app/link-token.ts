import { readonly, shallowRef } from 'vue'

const token = shallowRef<string | null>(null)

/** The token of the one-time link this page was opened with. In memory only, and gone once it was used. */
export const linkToken = readonly(token)

/**
 * Takes the token out of the address and its history entry before anything else happens: nobody who looks at
 * the screen, the history or the address bar later shall find it.
 */
export function takeLinkToken(): void {
  const { hash, pathname } = window.location
  // What was shared is read as often as its reader likes: its address stays whole, for reloads and bookmarks.
  if (!hash.startsWith('#token=') || pathname === '/shared') return
  token.value = decoded(hash.slice('#token='.length))
  window.history.replaceState(window.history.state, '', pathname)
}

export function forgetLinkToken(): void {
  token.value = null
}

/** Mail programs cut links; then the server says that it is none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
