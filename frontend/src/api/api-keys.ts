import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export const SCOPES = ['chat', 'read', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export interface ApiKey {
  id: string
  name: string
  /** The visible part of the key. */
  identifier: string
  scopes: Scope[]
  /** Acts for whom its requests name. */
  trusted: boolean
  /** The ids of the only apps that it reaches; all when left out. */
  apps?: string[]
  requests_per_minute?: number
  created_at: string
  expires_at: string | null
  last_used_at: string | null
}

export interface NewApiKey {
  name: string
  scopes: Scope[]
  expires_at?: string
  trusted?: boolean
  apps?: string[]
  requests_per_minute?: number
}

/** What is left out stays; a rule that is to bind no more is lifted by name. */
export interface ApiKeyChange {
  name?: string
  trusted?: boolean
  apps?: string[]
  requests_per_minute?: number
  expires_at?: string
  lift?: ('apps' | 'requests_per_minute' | 'expires_at')[]
}

export function listApiKeys(): Promise<ApiKey[]> {
  return readAll((cursor) =>
    request<Page<ApiKey>>('GET', '/auth/keys', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
}

/** The answer holds the whole key, this once. */
export function makeApiKey(
  key: NewApiKey,
  password: string,
  totp: string,
): Promise<ApiKey & { key: string }> {
  return request('POST', '/auth/keys', { body: { ...key, password, ...(totp && { totp }) } })
}

/** @param password where the key is to do more than before, else empty */
export function changeApiKey(
  id: string,
  change: ApiKeyChange,
  password: string,
  totp: string,
): Promise<ApiKey> {
  const proof = { ...(password && { password }), ...(totp && { totp }) }
  return request('PATCH', `/auth/keys/${encodeURIComponent(id)}`, { body: { ...change, ...proof } })
}

export function revokeApiKey(id: string): Promise<void> {
  return request('DELETE', `/auth/keys/${encodeURIComponent(id)}`)
}
