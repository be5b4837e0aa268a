import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { AuditEvent } from '@/api/admin-audit'
import { listAdminApps } from '@/api/admin-apps'
import { listGroups } from '@/api/admin-groups'
import { getUser } from '@/api/admin-users'
import { ApiError } from '@/api/api-error'

/** So many accounts are asked for at the same time. */
const AT_ONCE = 4

/** What the targets of acts are called today. The log knows ids; whoever is gone stays an id. */
export const useNames = defineStore('audit-names', () => {
  const names = reactive(new Map<string, string>())
  const asked = new Set<string>()

  async function learn(events: readonly AuditEvent[]): Promise<void> {
    for (const { actor_id, actor_email } of events) {
      if (actor_id && actor_email) names.set(actor_id, actor_email)
    }
    const people = wanted(events, 'user')
    const queue = people[Symbol.iterator]()
    await Promise.all([
      wanted(events, 'group').length > 0 && attempt(readGroups),
      wanted(events, 'app').length > 0 && attempt(readApps),
      ...Array.from({ length: AT_ONCE }, async () => {
        for (const id of queue) await attempt(() => readPerson(id))
      }),
    ])
  }

  /** The ids of a kind that are not known and were not asked for. */
  function wanted(events: readonly AuditEvent[], type: string): string[] {
    const ids = events
      .filter(({ target_type, target_id }) => target_type === type && target_id !== '')
      .map(({ target_id }) => target_id)
    const unknown = [...new Set(ids)].filter((id) => !names.has(id) && !asked.has(id))
    if (type === 'user') for (const id of unknown) asked.add(id)
    return unknown
  }

  async function readPerson(id: string): Promise<void> {
    names.set(id, (await getUser(id)).email)
  }

  async function readGroups(): Promise<void> {
    for (const { id, name } of await listGroups()) names.set(id, name)
  }

  async function readApps(): Promise<void> {
    for (const { id, name } of await listAdminApps()) names.set(id, name)
  }

  async function attempt(read: () => Promise<void>): Promise<void> {
    try {
      await read()
    } catch (error) {
      // Gone, or not to be read now: the id stands for it.
      if (!(error instanceof ApiError)) throw error
    }
  }

  return { names, learn }
})
