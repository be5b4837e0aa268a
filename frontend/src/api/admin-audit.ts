import { call, type Schema } from './call'
import { apiPath } from './http'
import type { Page } from './page'

/** One act, as it was written down. */
export type AuditEvent = Schema<'AuditEventView'>

/** What a verification found so far. */
export type Verification = Omit<Schema<'VerificationView'>, 'break'> & {
  break: Schema<'VerificationView.BreakView'> | null
}

/** What narrows the log: times are moments, what is empty does not narrow. */
export interface AuditSearch {
  actor_id?: string
  action?: string
  target_type?: string
  target_id?: string
  from?: string | null
  to?: string | null
}

const asked = (search: AuditSearch) => ({
  actor_id: search.actor_id || null,
  action: search.action || null,
  target_type: search.target_type || null,
  // The server knows a target by type and id together.
  target_id: (search.target_type && search.target_id) || null,
  from: search.from || null,
  to: search.to || null,
})

export function listAudit(
  search: AuditSearch,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<AuditEvent>> {
  return call('GET', '/admin/audit', { query: { ...asked(search), cursor, limit: 50 }, signal })
}

export function auditExport(search: AuditSearch, format: 'csv' | 'jsonl'): string {
  return apiPath('/admin/audit/export', { ...asked(search), format })
}

/** A stretch of the log per call. @param head what was noted before, to see whether the end was cut off */
export function verifyAudit(
  head: string | null,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Verification> {
  return call('GET', '/admin/audit/verification', { query: { head, cursor }, signal })
}
