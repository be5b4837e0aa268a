import { onMounted, reactive, shallowRef } from 'vue'

type LoadState<T> =
  { phase: 'loading' } | { phase: 'ready'; value: T } | { phase: 'failed'; error: unknown }

/** What a part of a page reads when it appears. `load` reads it anew and keeps what is shown until then. */
export function useLoaded<T>(read: () => Promise<T>) {
  const state = shallowRef<LoadState<T>>({ phase: 'loading' })

  async function load(): Promise<void> {
    try {
      state.value = { phase: 'ready', value: await read() }
    } catch (error) {
      state.value = { phase: 'failed', error }
    }
  }

  onMounted(load)
  return reactive({ state, load })
}
