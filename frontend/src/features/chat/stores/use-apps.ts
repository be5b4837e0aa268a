import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { type ChatApp, listApps } from '@/api/apps'
import { remember, remembered } from '@/remembered'

type AppsState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready' }
  | { phase: 'failed'; error: unknown }

const STORAGE_KEY = 'rechat.app'

export const useApps = defineStore('apps', () => {
  const apps = shallowRef<readonly ChatApp[]>([])
  const state = shallowRef<AppsState>({ phase: 'idle' })
  const chosenId = ref(remembered(STORAGE_KEY))

  /** The app a new chat starts with: the one used last, else the first. */
  const preferred = computed(
    () => apps.value.find((app) => app.id === chosenId.value) ?? apps.value[0] ?? null,
  )

  async function load(): Promise<void> {
    if (state.value.phase === 'loading') return
    state.value = { phase: 'loading' }
    try {
      apps.value = await listApps()
      state.value = { phase: 'ready' }
    } catch (error) {
      state.value = { phase: 'failed', error }
    }
  }

  function choose(id: string): void {
    chosenId.value = id
    remember(STORAGE_KEY, id)
  }

  function clear(): void {
    apps.value = []
    state.value = { phase: 'idle' }
  }

  return { apps, state, preferred, load, choose, clear }
})
