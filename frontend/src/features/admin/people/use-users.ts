import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as api from '@/api/admin-users'

type ListState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'loading-more' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

/** The accounts that a search finds. Changes throw `ApiError`; the list keeps the last good state. */
export const useUsers = defineStore('admin-users', () => {
  const users = shallowRef<readonly api.AdminUser[]>([])
  const state = shallowRef<ListState>({ phase: 'idle' })
  const cursor = ref<string | null>(null)
  const more = computed(() => cursor.value !== null)
  let wanted: api.UserSearch = {}

  async function search(search: api.UserSearch): Promise<void> {
    wanted = search
    state.value = { phase: 'loading' }
    await read(search, null)
  }

  async function loadMore(): Promise<void> {
    if (state.value.phase === 'loading-more') return
    state.value = { phase: 'loading-more' }
    await read(wanted, cursor.value)
  }

  async function read(search: api.UserSearch, from: string | null): Promise<void> {
    try {
      const page = await api.listUsers(search, from)
      // Somebody who types on wants the answer to the last search only.
      if (search !== wanted) return
      users.value = from === null ? page.data : [...users.value, ...page.data]
      cursor.value = page.next_cursor ?? null
      state.value = { phase: 'ready' }
    } catch (error) {
      if (search === wanted) state.value = { phase: 'failed', error }
    }
  }

  async function change(id: string, change: Parameters<typeof api.changeUser>[1]): Promise<void> {
    replace(await api.changeUser(id, change))
  }

  async function removeSecondFactor(id: string): Promise<void> {
    await api.removeUserSecondFactor(id)
    const user = users.value.find((candidate) => candidate.id === id)
    if (user) replace({ ...user, totp_enabled: false })
  }

  function replace(changed: api.AdminUser): void {
    users.value = users.value.map((user) => (user.id === changed.id ? changed : user))
  }

  const again = () => search(wanted)

  return { users, state, more, search, again, loadMore, change, removeSecondFactor }
})
