import { useMediaQuery } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

const STORAGE_KEY = 'rechat.sidebar'

/** Beside the page on wide screens, over it on small ones. Whether it is beside it is remembered in this browser. */
export const useSidebar = defineStore('sidebar', () => {
  const wide = useMediaQuery('(min-width: 48rem)')
  const docked = ref(remembered())
  const drawer = ref(false)
  const open = computed(() => (wide.value ? docked.value : drawer.value))

  function toggle(): void {
    if (!wide.value) {
      drawer.value = !drawer.value
      return
    }
    docked.value = !docked.value
    remember(docked.value)
  }

  function openDrawer(): void {
    if (!wide.value) drawer.value = true
  }

  function closeDrawer(): void {
    drawer.value = false
  }

  return { wide, open, drawer, toggle, openDrawer, closeDrawer }
})

// A browser may refuse all storage; then the sidebar is there at each visit.
function remembered(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'closed'
  } catch {
    return true
  }
}

function remember(docked: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, docked ? 'open' : 'closed')
  } catch {
    // As above.
  }
}
