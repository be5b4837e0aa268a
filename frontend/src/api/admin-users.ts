import type { Role } from './auth'
import { request } from './http'
import type { Page } from './page'

/** An account as an administrator sees it. */
export interface AdminUser {
  id: string
  email: string
  display_name: string | null
  role: Role
  active: boolean
  email_verified: boolean
  totp_enabled: boolean
  created_at: string
  /** Absent for somebody who never signed in. */
  last_seen_at?: string | null
}

export interface UserSearch {
  query?: string
  role?: Role | ''
  cursor?: string | null
}

const path = (id: string) => `/admin/users/${encodeURIComponent(id)}`

export function listUsers({ query, role, cursor }: UserSearch): Promise<Page<AdminUser>> {
  return request('GET', '/admin/users', {
    query: { query: query?.trim() || null, role: role || null, cursor, limit: 50 },
  })
}

export function changeUser(
  id: string,
  change: { role?: Role; active?: boolean },
): Promise<AdminUser> {
  return request('PATCH', path(id), { body: change })
}

export interface ResetLink {
  url: string
  expires_at: string
}

/** Makes a link that sets a new password, told this once. */
export async function makeResetLink(id: string): Promise<ResetLink> {
  const link = await request<ResetLink>('POST', `${path(id)}/reset-link`)
  // A house that was not told its address gives a path, which is of no use in a mail.
  return { ...link, url: new URL(link.url, location.origin).href }
}

export function signUserOut(id: string): Promise<void> {
  return request('DELETE', `${path(id)}/sessions`)
}

export function removeUserSecondFactor(id: string): Promise<void> {
  return request('DELETE', `${path(id)}/totp`)
}
