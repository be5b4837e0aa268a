import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the page is dark now: by the person's choice, which stands on the root, or by the system. */
export function useDark(): Readonly<Ref<boolean>> {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const dark = ref(false)

  function look(): void {
    const scheme = getComputedStyle(document.documentElement).colorScheme
    dark.value = scheme === 'dark' || (scheme !== 'light' && system.matches)
  }

  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, { attributes: true })
  system.addEventListener('change', look)
  onScopeDispose(() => {
    observer.disconnect()
    system.removeEventListener('change', look)
  })
  look()
  return dark
}
