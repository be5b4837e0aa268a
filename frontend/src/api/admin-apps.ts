import type { AppMode } from './apps'
import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, readAll } from './page'

/** A Dify app as an administrator sees it. The keys go in and never come out. */
export type AdminApp = Omit<Schema<'AdminAppView'>, 'mode'> & { mode: AppMode }
export type NewAdminApp = Schema<'CreateApp'>
export type AdminAppChange = Schema<'ChangeApp'>
export type NodeDetail = Schema<'NodeDetail'>
/** What the connection test found: the steps it came to, the last one says how it ended. */
export type ConnectionTest = Schema<'ConnectionTest'>
export type ConnectionStep = Schema<'ConnectionTest.Step'>
export type SpareKeyState = Schema<'SpareKeyController.View'>

/** Dify is asked, over several steps, each of which may take its time. */
const DIFY_TIMEOUT_MS = 90_000

/** The OpenAPI document calls the mode a string; docs/api.md names its values, which the cast takes on trust. */
const narrowed = (app: Schema<'AdminAppView'>) => app as AdminApp

export async function listAdminApps(): Promise<AdminApp[]> {
  const apps = await readAll((cursor) =>
    call('GET', '/admin/apps', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
  return apps.map(narrowed)
}

export async function readAdminApp(id: string): Promise<AdminApp> {
  return narrowed(await call('GET', '/admin/apps/{id}', { path: { id } }))
}

export async function addAdminApp(app: NewAdminApp): Promise<AdminApp> {
  return narrowed(await call('POST', '/admin/apps', { body: app, timeoutMs: DIFY_TIMEOUT_MS }))
}

export async function changeAdminApp(id: string, change: AdminAppChange): Promise<AdminApp> {
  return narrowed(
    await call('PATCH', '/admin/apps/{id}', {
      path: { id },
      body: change,
      timeoutMs: DIFY_TIMEOUT_MS,
    }),
  )
}

export async function removeAdminApp(id: string): Promise<void> {
  await call('DELETE', '/admin/apps/{id}', { path: { id } })
}

/** Tries the keys that are stored. */
export function testAdminApp(id: string): Promise<ConnectionTest> {
  return call('POST', '/admin/apps/{id}/test', { path: { id }, timeoutMs: DIFY_TIMEOUT_MS })
}

/** Tries an address and a key; nothing of it is stored. */
export function testConnection(base_url: string, api_key: string): Promise<ConnectionTest> {
  return call('POST', '/admin/apps/test', {
    body: { base_url, api_key },
    timeoutMs: DIFY_TIMEOUT_MS,
  })
}

export function setSpareKey(id: string, api_key: string): Promise<SpareKeyState> {
  return call('PUT', '/admin/apps/{id}/spare-key', {
    path: { id },
    body: { api_key },
    timeoutMs: DIFY_TIMEOUT_MS,
  })
}

/** The spare key is the first from now on, and the first one the spare. */
export function swapKeys(id: string): Promise<SpareKeyState> {
  return call('POST', '/admin/apps/{id}/spare-key/swap', { path: { id } })
}

export async function removeSpareKey(id: string): Promise<void> {
  await call('DELETE', '/admin/apps/{id}/spare-key', { path: { id } })
}
