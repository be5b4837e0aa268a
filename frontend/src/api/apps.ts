import { request } from './http'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export type AppMode = 'chat' | 'agent-chat' | 'advanced-chat' | 'completion' | 'workflow'

export interface ChatApp {
  id: string
  slug: string
  name: string
  description: string | null
  icon: string | null
  mode: AppMode | null
}

export interface ChatAppDetails extends ChatApp {
  opening_statement?: string | null
  suggested_questions?: string[]
}

export function listApps(): Promise<ChatApp[]> {
  return readAll((cursor) =>
    request<Page<ChatApp>>('GET', '/apps', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
}

export function getApp(id: string, signal: AbortSignal): Promise<ChatAppDetails> {
  return request('GET', `/apps/${encodeURIComponent(id)}`, { signal })
}
