import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { listUsers } from '@/api/admin-users'
import { ApiError } from '@/api/api-error'

const COUNTED = 99

/** How many people wait for approval, for the badge in the administration's row of pages. */
export const usePending = defineStore('admin-pending', () => {
  const count = ref(0)
  const label = computed(() =>
    count.value > COUNTED ? `${String(COUNTED)}+` : String(count.value),
  )

  async function load(): Promise<void> {
    try {
      const page = await listUsers({ role: 'pending' }, null, { limit: 100 })
      count.value = page.next_cursor ? COUNTED + 1 : page.data.length
    } catch (error) {
      // A badge that is not there is no loss: the list itself tells what is wrong.
      if (!(error instanceof ApiError)) throw error
    }
  }

  return { count, label, load }
})
