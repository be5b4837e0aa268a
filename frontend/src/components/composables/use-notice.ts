import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Notice {
  text: string
  /** Something went wrong. */
  failed?: boolean
  action?: { label: string; run: () => unknown }
}

/** What was just done, told at the edge of the page; the latest takes the place of the one before. */
export const useNotice = defineStore('notice', () => {
  const notice = shallowRef<Notice | null>(null)

  function tell(told: Notice): void {
    notice.value = told
  }

  function clear(): void {
    notice.value = null
  }

  return { notice, tell, clear }
})
