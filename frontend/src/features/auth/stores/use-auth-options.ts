import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import * as auth from '@/api/auth'

/** How the house takes people in. Until it is known, nothing is promised; the server decides anyway. */
export const useAuthOptions = defineStore('auth-options', () => {
  const options = shallowRef<auth.AuthOptions | null>(null)

  /** Reads them anew: the house may have changed its mind since the page was opened. */
  async function load(): Promise<void> {
    try {
      options.value = await auth.authOptions()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  return { options, load }
})
