import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, readAll } from './page'

export type AppMode = 'chat' | 'agent-chat' | 'advanced-chat' | 'completion' | 'workflow'
export type ChatApp = Schema<'AppView'>
/** With what Dify says about how to present it. */
export type ChatAppDetails = Schema<'AppDetail'>
export type AppControl = Schema<'AppDetail.Control'>
export type AppUpload = Schema<'AppDetail.Upload'>

export function listApps(): Promise<ChatApp[]> {
  return readAll((cursor) => call('GET', '/apps', { query: { limit: MAX_PAGE_SIZE, cursor } }))
}

export function getApp(id: string, signal?: AbortSignal): Promise<ChatAppDetails> {
  return call('GET', '/apps/{id}', { path: { id }, ...(signal && { signal }) })
}

/** Completions and workflows are run with a form; they hold no conversation. */
export function isRunWithForm({ mode }: Pick<ChatApp, 'mode'>): boolean {
  return mode === 'completion' || mode === 'workflow'
}
