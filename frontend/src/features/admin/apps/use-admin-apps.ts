import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api/admin-apps'

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

  async function add(app: api.NewAdminApp): Promise<void> {
    const added = await api.addAdminApp(app)
    apps.value = [...apps.value, added]
  }

  async function change(id: string, change: Partial<api.NewAdminApp>): Promise<void> {
    const changed = await api.changeAdminApp(id, change)
    apps.value = apps.value.map((app) => (app.id === id ? changed : app))
  }

  async function remove(id: string): Promise<void> {
    await api.removeAdminApp(id)
    apps.value = apps.value.filter((app) => app.id !== id)
  }

  return { apps, state, load, add, change, remove, test: api.testAdminApp }
})
