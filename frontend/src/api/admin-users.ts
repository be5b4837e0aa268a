import type { Role } from './auth'
import { call, type Schema } from './call'
import { request } from './http'
import type { Page } from './page'

/** An account as an administrator sees it. */
export type AdminUser = Schema<'AccountView'>
/** Enough of somebody to know them by. */
export type Person = Pick<AdminUser, 'id' | 'email' | 'display_name'>
export type ResetLink = Schema<'ResetLinkView'>

export const USER_ORDERS = ['newest', 'oldest', 'email', 'name', 'last_seen'] as const
export type UserOrder = (typeof USER_ORDERS)[number]

/** What narrows the list; what is empty does not. */
export interface UserSearch {
  query?: string
  role?: Role | ''
  active?: 'true' | 'false' | ''
  group_id?: string
  sort?: UserOrder | ''
}

export function listUsers(
  search: UserSearch,
  cursor: string | null = null,
  options: { limit?: number; signal?: AbortSignal } = {},
): Promise<Page<AdminUser>> {
  const { limit = 50, signal } = options
  return call('GET', '/admin/users', {
    query: {
      query: search.query?.trim() || null,
      role: search.role || null,
      active: search.active || null,
      group_id: search.group_id || null,
      sort: search.sort || null,
      cursor,
      limit,
    },
    ...(signal && { signal }),
  })
}

export function getUser(id: string): Promise<AdminUser> {
  return call('GET', '/admin/users/{id}', { path: { id } })
}

/** Makes an account, and the link with which its owner chooses a password: told this once. */
export async function createUser(
  user: Schema<'CreateUser'>,
): Promise<{ user: AdminUser; link: ResetLink }> {
  const { reset_link: link, ...made } = await call('POST', '/admin/users', { body: user })
  return { user: made, link: absolute(link) }
}

export function changeUser(id: string, change: Schema<'ChangeUser'>): Promise<AdminUser> {
  return call('PATCH', '/admin/users/{id}', { path: { id }, body: change })
}

/** Deletes the account with all of its data. Much of it takes its time. */
export function deleteUser(id: string): Promise<void> {
  return call('DELETE', '/admin/users/{id}', { path: { id }, timeoutMs: 300_000 })
}

/** Makes a link that sets a new password, told this once. */
export async function makeResetLink(id: string): Promise<ResetLink> {
  return absolute(await call('POST', '/admin/users/{id}/reset-link', { path: { id } }))
}

/** A house that was not told its address gives a path, which is of no use in a mail. */
function absolute(link: ResetLink): ResetLink {
  return { ...link, url: new URL(link.url, location.origin).href }
}

export function signUserOut(id: string): Promise<void> {
  return call('DELETE', '/admin/users/{id}/sessions', { path: { id } })
}

export function removeUserSecondFactor(id: string): Promise<void> {
  return call('DELETE', '/admin/users/{id}/totp', { path: { id } })
}

export const USERS_EXPORT = '/admin/users/export'

/** What an import did, or in a dry run would do. Written here: the document has another type of this name. */
export interface PeopleImport {
  dry_run: boolean
  /** Whether it was done: all of it, or nothing. */
  applied: boolean
  created: number
  changed: number
  unchanged: number
  failed: number
  rows: Schema<'RowResult'>[]
}

/** Some thousand accounts take their time. */
const IMPORT_TIMEOUT_MS = 300_000

/** Makes and changes accounts as a table says: all rows or none; with `dryRun` it is only told what would be done. */
export function importUsers(table: Blob, dryRun: boolean): Promise<PeopleImport> {
  return request('POST', '/admin/users/import', {
    query: { dry_run: String(dryRun) },
    body: table,
    mediaType: 'text/csv',
    timeoutMs: IMPORT_TIMEOUT_MS,
  })
}
