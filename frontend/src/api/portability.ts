import { getBlob, request } from './http'

export type ExportFormat = 'json' | 'markdown'

export interface ImportWarning {
  code: string
  count: number
  /** English, for codes that this version does not know. */
  message: string
}

export interface ImportResult {
  imported: number
  /** So many are here already. */
  skipped: number
  /** What could not be kept as it was, each kind once; absent where everything was. */
  warnings?: readonly ImportWarning[]
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
