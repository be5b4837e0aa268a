import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

/** People to whom apps are given and budgets set together. */
export type Group = Schema<'AdminGroupView'>
export type Member = Schema<'MemberView'>
/** What went with a group, or exists for nobody now. */
export type DeletedGroup = Schema<'DeletedGroup'>

/** All of them by name: a thousand at most. */
export function listGroups(signal?: AbortSignal): Promise<Group[]> {
  return readAll((cursor) =>
    call('GET', '/admin/groups', {
      query: { limit: MAX_PAGE_SIZE, cursor },
      ...(signal && { signal }),
    }),
  )
}

export function getGroup(id: string): Promise<Group> {
  return call('GET', '/admin/groups/{id}', { path: { id } })
}

export function createGroup(group: Schema<'CreateGroup'>): Promise<Group> {
  return call('POST', '/admin/groups', { body: group })
}

export function changeGroup(id: string, change: Schema<'ChangeGroup'>): Promise<Group> {
  return call('PATCH', '/admin/groups/{id}', { path: { id }, body: change })
}

/** Its members stay. A large one takes its time. */
export function deleteGroup(id: string): Promise<DeletedGroup> {
  return call('DELETE', '/admin/groups/{id}', { path: { id }, timeoutMs: 120_000 })
}

export function listMembers(
  id: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<Page<Member>> {
  return call('GET', '/admin/groups/{id}/members', {
    path: { id },
    query: { limit: 50, cursor },
    ...(signal && { signal }),
  })
}

/** All or nothing; who is in it already, or not any more, stays so. */
export function changeMembers(
  id: string,
  change: { add?: string[]; remove?: string[] },
): Promise<Schema<'ChangedMembers'>> {
  return call('PUT', '/admin/groups/{id}/members', { path: { id }, body: change })
}

/** The names of the budgets that are for a group, which go with it. */
export async function budgetsOf(id: string): Promise<string[]> {
  const budgets = await readAll((cursor) =>
    call('GET', '/admin/budgets', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
  return budgets.filter(({ group_id }) => group_id === id).map(({ name }) => name)
}
