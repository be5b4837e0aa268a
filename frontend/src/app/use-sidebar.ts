import { useMediaQuery } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** Beside the page on wide screens, over it on small ones; each remembers its own state. */
export const useSidebar = defineStore('sidebar', () => {
  const wide = useMediaQuery('(min-width: 48rem)')
  const docked = ref(true)
  const drawer = ref(false)
  const open = computed(() => (wide.value ? docked.value : drawer.value))

  function toggle(): void {
    if (wide.value) docked.value = !docked.value
    else drawer.value = !drawer.value
  }

  function closeDrawer(): void {
    drawer.value = false
  }

  return { wide, open, drawer, toggle, closeDrawer }
})
