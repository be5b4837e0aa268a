import { call, type Schema } from './call'

/** What is done beside requests, with the latest runs of each, the newest first. */
export type Task = Schema<'TaskView'>
export type TaskRun = Schema<'TaskView.RunView'>
/** A thread of a removed conversation that Dify still has. */
export type DifyDeletion = Schema<'DifyDeletionView'>
export type DifyDeletions = Schema<'DifyDeletionPage'>

export async function listTasks(): Promise<Task[]> {
  return (await call('GET', '/admin/maintenance')).data
}

export function difyDeletions(cursor: string | null): Promise<DifyDeletions> {
  return call('GET', '/admin/dify-deletions', { query: { cursor } })
}

/** Tries all again that were in a pause; resolves to how many. */
export async function retryDifyDeletions(): Promise<number> {
  return (await call('POST', '/admin/dify-deletions/retry')).count
}
