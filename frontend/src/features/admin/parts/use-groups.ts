import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { type Group, listGroups } from '@/api/admin-groups'

/** The house's groups by name, for all pages that offer or show them. */
export const useGroups = defineStore('admin-groups', () => {
  const groups = shallowRef<readonly Group[]>([])
  const state = shallowRef<
    { phase: 'loading' } | { phase: 'ready' } | { phase: 'failed'; error: unknown }
  >({ phase: 'loading' })

  async function load(): Promise<void> {
    if (state.value.phase === 'failed') state.value = { phase: 'loading' }
    try {
      groups.value = await listGroups()
      state.value = { phase: 'ready' }
    } catch (error) {
      state.value = { phase: 'failed', error }
    }
  }

  return { groups, state, load }
})
