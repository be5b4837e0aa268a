import { getBlob, request } from './http'

export type ExportFormat = 'json' | 'markdown'

export interface ImportResult {
  imported: number
  skipped: number
  conversations: readonly { id: string; title: string | null }[]
  warnings: readonly string[]
}

/** A large file takes its time on the way up; the server bounds its size. */
const IMPORT_TIMEOUT_MS = 300_000

export function exportConversation(
  id: string,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<Blob> {
  return getBlob(`/conversations/${encodeURIComponent(id)}/export?format=${format}`, signal)
}

/** Everything but the trash and temporary conversations. */
export function exportConversations(format: ExportFormat, signal: AbortSignal): Promise<Blob> {
  return getBlob(`/conversations/export?format=${format}`, signal)
}

/** @param fallbackApp the app of those whose own app is not here */
export function importConversations(file: Blob, fallbackApp: string): Promise<ImportResult> {
  return request('POST', '/conversations/import', {
    query: { app_id: fallbackApp },
    body: file,
    timeoutMs: IMPORT_TIMEOUT_MS,
  })
}
