import type { User } from './auth'
import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

/** A device that is signed in. */
export interface DeviceSession {
  id: string
  address: string
  user_agent: string
  created_at: string
  last_seen_at: string
  /** The one that asks. */
  current: boolean
}

export function changeMe(change: { display_name?: string; language?: string }): Promise<User> {
  return request('PATCH', '/auth/me', { body: change })
}

/** Ends all other sessions too. */
export function changePassword(current: string, next: string): Promise<void> {
  const body = { current_password: current, new_password: next }
  return request('POST', '/auth/me/password', { body })
}

export function deleteMe(password: string, totp: string): Promise<void> {
  return request('POST', '/auth/me/delete', { body: { password, ...(totp && { totp }) } })
}

export function listSessions(): Promise<DeviceSession[]> {
  return readAll((cursor) =>
    request<Page<DeviceSession>>('GET', '/auth/sessions', { query: { cursor } }),
  )
}

export function endSession(id: string): Promise<void> {
  return request('DELETE', `/auth/sessions/${encodeURIComponent(id)}`)
}

/** Signs out everywhere, or everywhere else. */
export function endSessions(others: boolean): Promise<void> {
  return request('DELETE', '/auth/sessions', { query: { others: others ? 'true' : null } })
}

/** Everything that is kept of the account, record by record. */
export function exportMe(): Promise<object[]> {
  return readAll((cursor) =>
    request<Page<object>>('GET', '/auth/me/export', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
}
