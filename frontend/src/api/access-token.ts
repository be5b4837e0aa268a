/**
 * The access token lives in this module only: never in storage, where any script could read it later.
 * A reload gets a new one for the httpOnly refresh cookie.
 */
let token: string | null = null
let sessionLost: () => void = () => undefined

export function accessToken(): string | null {
  return token
}

export function setAccessToken(value: string | null): void {
  token = value
}

/** Called once the refresh cookie is refused while a token was held, so that the app can ask to sign in. */
export function onSessionLost(listener: () => void): void {
  sessionLost = listener
}

export function loseSession(): void {
  const held = token !== null
  token = null
  if (held) sessionLost()
}
