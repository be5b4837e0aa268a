import { onBeforeUnmount, ref } from 'vue'
import { ApiError } from '@/api/api-error'
import { getFile } from '@/api/files'

/** The bytes of a message's file as an address of this page, once they have been asked for. */
export function useFile(url: () => string) {
  const address = ref<string | null>(null)
  const loading = ref(false)
  const failure = ref<string | null>(null)
  const gone = new AbortController()

  onBeforeUnmount(() => {
    gone.abort()
    if (address.value) URL.revokeObjectURL(address.value)
  })

  async function load(): Promise<string | null> {
    if (address.value || loading.value) return address.value
    loading.value = true
    failure.value = null
    try {
      const blob = await getFile(url(), gone.signal)
      if (!gone.signal.aborted) address.value = URL.createObjectURL(blob)
    } catch (error) {
      if (gone.signal.aborted) return null
      failure.value = error instanceof ApiError ? error.code : 'unexpected_answer'
    } finally {
      loading.value = false
    }
    return address.value
  }

  return { address, loading, failure, load }
}
