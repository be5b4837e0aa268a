import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api/admin-apps'
import { moved } from './reorder'

type ListState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

/** The Dify apps as an administrator sees them. Changes throw `ApiError`; the list keeps the last good state. */
export const useAdminApps = defineStore('admin-apps', () => {
  const apps = shallowRef<readonly api.AdminApp[]>([])
  const state = shallowRef<ListState>({ phase: 'idle' })

  async function load(): Promise<void> {
    if (state.value.phase === 'loading') return
    state.value = { phase: 'loading' }
    try {
      apps.value = await api.listAdminApps()
      state.value = { phase: 'ready' }
    } catch (error) {
      state.value = { phase: 'failed', error }
    }
  }

  async function add(app: api.NewAdminApp): Promise<api.AdminApp> {
    const added = await api.addAdminApp(app)
    apps.value = [...apps.value, added]
    return added
  }

  async function change(id: string, change: api.AdminAppChange): Promise<api.AdminApp> {
    const changed = await api.changeAdminApp(id, change)
    replace(changed)
    return changed
  }

  async function remove(id: string): Promise<void> {
    await api.removeAdminApp(id)
    apps.value = apps.value.filter((app) => app.id !== id)
  }

  /** Shown at once; where the server refuses, it is asked how things stand. */
  async function move(id: string, step: 1 | -1): Promise<void> {
    const { list, changes } = moved(apps.value, id, step)
    apps.value = list
    try {
      for (const { id, order } of changes) await api.changeAdminApp(id, { order })
    } catch (error) {
      await load()
      throw error
    }
  }

  function replace(changed: api.AdminApp): void {
    apps.value = apps.value.map((app) => (app.id === changed.id ? changed : app))
  }

  return { apps, state, load, add, change, remove, move, replace }
})
