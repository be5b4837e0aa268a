import type { AppMode } from './apps'
import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

/** A Dify app as an administrator sees it. The key goes in and never comes out. */
export interface AdminApp {
  id: string
  slug: string
  name: string
  description: string | null
  icon: string | null
  mode: AppMode | null
  base_url: string
  enabled: boolean
  api_key_set: boolean
}

export interface NewAdminApp {
  name: string
  base_url: string
  api_key: string
  description?: string
  enabled?: boolean
}

/** What the connection test found. */
export interface ConnectionTest {
  ok: boolean
  /** As far as it came: where it failed, the last one says why. */
  steps: { step: string; ok: boolean; code?: string; message?: string }[]
  mode?: AppMode
  name?: string
}

const path = (id: string) => `/admin/apps/${encodeURIComponent(id)}`

export function listAdminApps(): Promise<AdminApp[]> {
  return readAll((cursor) =>
    request<Page<AdminApp>>('GET', '/admin/apps', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
}

export function addAdminApp(app: NewAdminApp): Promise<AdminApp> {
  return request('POST', '/admin/apps', { body: app })
}

export function changeAdminApp(id: string, change: Partial<NewAdminApp>): Promise<AdminApp> {
  return request('PATCH', path(id), { body: change })
}

export function removeAdminApp(id: string): Promise<void> {
  return request('DELETE', path(id))
}

export function testAdminApp(id: string): Promise<ConnectionTest> {
  return request('POST', `${path(id)}/test`)
}
