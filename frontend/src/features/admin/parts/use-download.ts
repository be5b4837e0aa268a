import { onScopeDispose, reactive, ref, shallowRef } from 'vue'
import { getFile } from '@/api/http'
import { saveFile } from '@/components/save-file'

/** Fetches a document with the access token and hands it to the browser's downloads, under the name it was given. */
export function useDownload() {
  const busy = ref(false)
  const error = shallowRef<unknown>(null)
  let fetching = new AbortController()

  /** @param path below `/api/v1`, with its query */
  async function start(path: string): Promise<void> {
    if (busy.value) return
    fetching = new AbortController()
    const { signal } = fetching
    busy.value = true
    error.value = null
    try {
      const { blob, name } = await getFile(path, signal)
      saveFile(blob, blob.type, name ?? 'download')
    } catch (failure) {
      if (!signal.aborted) error.value = failure
    } finally {
      busy.value = false
    }
  }

  function cancel(): void {
    fetching.abort()
  }

  onScopeDispose(cancel)
  return reactive({ busy, error, start, cancel })
}
