import { type Ref, shallowRef, watch } from 'vue'
import { ApiError } from '@/api/api-error'
import { type ChatAppDetails, getApp } from '@/api/apps'

/**
 * The opening statement and suggestions of an app. They decorate an empty chat, so it is shown without
 * them while they load or when they cannot be had: asking is possible all the same.
 */
export function useAppDetails(appId: () => string): Readonly<Ref<ChatAppDetails | null>> {
  const details = shallowRef<ChatAppDetails | null>(null)
  watch(
    appId,
    async (id, _previous, onCleanup) => {
      const superseded = new AbortController()
      onCleanup(() => {
        superseded.abort()
      })
      details.value = null
      try {
        details.value = await getApp(id, superseded.signal)
      } catch (error) {
        if (!superseded.signal.aborted && !(error instanceof ApiError)) throw error
      }
    },
    { immediate: true },
  )
  return details
}
