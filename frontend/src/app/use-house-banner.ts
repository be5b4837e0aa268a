import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { type Banner, readBanner } from '@/api/banner'

/** What the administrators have to say. It is no reason to keep anybody from working that it cannot be read. */
export const useHouseBanner = defineStore('house-banner', () => {
  const banner = shallowRef<Banner | null>(null)

  async function load(): Promise<void> {
    try {
      banner.value = await readBanner()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  /** What an administrator has just saved: other instances of the server may learn of it half a minute later. */
  function show(saved: unknown): void {
    const said = saved as (Banner & { until?: string | null }) | null
    const over = said?.until ? Date.parse(said.until) <= Date.now() : false
    banner.value = said && !over ? { text: said.text, level: said.level } : null
  }

  return { banner, load, show }
})
