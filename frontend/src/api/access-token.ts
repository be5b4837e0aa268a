/**
 * The access token lives in this module only: never in storage, where any script could read it later.
 * A reload gets a new one for the httpOnly refresh cookie.
 */
let token: string | null = null
let sessionLost: (reason: string | null) => void = () => undefined
let accountChanged: () => void = () => undefined

export function accessToken(): string | null {
  return token
}

export function setAccessToken(value: string | null): void {
  token = value
}

/** Takes the next token of the session. The cookie may by now be that of another account; then that is told. */
export function renewAccessToken(value: string): void {
  const before = token
  token = value
  if (before !== null && accountOf(before) !== accountOf(value)) accountChanged()
}

/** Called when another tab has signed in with another account and this one has come over to it. */
export function onAccountChanged(listener: () => void): void {
  accountChanged = listener
}

/** Called once the session has ended while a token was held, so that the app can ask to sign in. */
export function onSessionLost(listener: (reason: string | null) => void): void {
  sessionLost = listener
}

/** @param reason the code the server refused with; none when another tab signed out */
export function loseSession(reason: string | null = null): void {
  const held = token !== null
  token = null
  if (held) sessionLost(reason)
}

/** Whose token it is; null when it does not say. */
export function accountOf(value: string | null): string | null {
  const payload = value?.split('.')[1]
  if (!payload) return null
  try {
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      sub?: unknown
    }
    return typeof claims.sub === 'string' ? claims.sub : null
  } catch {
    return null
  }
}
