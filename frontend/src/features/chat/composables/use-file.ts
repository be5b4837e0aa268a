import { onBeforeUnmount, ref } from 'vue'
import { ApiError } from '@/api/api-error'
import { getFile } from '@/api/files'

/** A file is told of while it is being stored: for a moment the server may not know it yet. */
const ONCE_MORE_AFTER_MS = [500, 1500, 4000]

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
      const blob = await fetchPatiently()
      if (!gone.signal.aborted) address.value = URL.createObjectURL(blob)
    } catch (error) {
      if (gone.signal.aborted) return null
      failure.value = error instanceof ApiError ? error.code : 'unexpected_answer'
    } finally {
      loading.value = false
    }
    return address.value
  }

  async function fetchPatiently(): Promise<Blob> {
    for (const pause of ONCE_MORE_AFTER_MS) {
      try {
        return await getFile(url(), gone.signal)
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'not_found') throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    return getFile(url(), gone.signal)
  }

  return { address, loading, failure, load }
}
