import { call, type Schema } from './call'

export type Run = Schema<'RunRow'>
export type RunDetail = Schema<'RunView'>
export type RunList = Schema<'RunList'>
export type RunNode = Schema<'NodeRow'>
export type NodeDetail = Schema<'NodeView'>
export type RunStatistics = Schema<'StatisticsView'>
export type NodeFigure = Schema<'NodeFigure'>
export type RunLogStore = Schema<'StoreView'>

/** What narrows the list: times are moments, what is empty does not narrow. */
export interface RunSearch {
  app_id?: string
  user_id?: string
  status?: string
  source?: string
  from?: string | null
  to?: string | null
  q?: string
}

const asked = (search: RunSearch) => ({
  ...(search.app_id && { app_id: search.app_id }),
  ...(search.user_id && { user_id: search.user_id }),
  ...(search.status && { status: search.status }),
  ...(search.source && { source: search.source }),
  ...(search.from && { from: search.from }),
  ...(search.to && { to: search.to }),
  ...(search.q && { q: search.q }),
})

/** Newest first. Looking for words is written into the audit log. */
export function listRuns(
  search: RunSearch,
  cursor: string | null,
  signal: AbortSignal,
): Promise<RunList> {
  return call('GET', '/admin/runs', { query: { ...asked(search), limit: 50, cursor }, signal })
}

/**
 * With its words. That they were read is written into the audit log.
 * @param whole also what was too large for the record itself
 */
export function readRun(id: string, whole: boolean): Promise<RunDetail> {
  return call('GET', '/admin/runs/{id}', {
    path: { id },
    query: whole ? { whole: 'true' } : {},
  })
}

export async function runNodes(id: string): Promise<RunNode[]> {
  return (await call('GET', '/admin/runs/{id}/nodes', { path: { id } })).data
}

/** @param whole also what was too large for the record itself */
export function readNode(id: string, nodeId: string, whole: boolean): Promise<NodeDetail> {
  return call('GET', '/admin/runs/{id}/nodes/{nodeId}', {
    path: { id, nodeId },
    query: whole ? { whole: 'true' } : {},
  })
}

/** Of days of the house. @param to the day after the last one */
export function runStatistics(from: string, to: string, appId?: string): Promise<RunStatistics> {
  return call('GET', '/admin/runs/statistics', {
    query: { from, to, ...(appId && { app_id: appId }) },
  })
}

export async function runLogStores(): Promise<RunLogStore[]> {
  return (await call('GET', '/admin/runlog/status')).stores
}
