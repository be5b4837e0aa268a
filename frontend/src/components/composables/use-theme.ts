import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** `boot.js` reads it before the first paint. */
const STORAGE_KEY = 'rechat.theme'

/** Light, dark, or what the system wants; remembered in this browser. */
export const useTheme = defineStore('theme', () => {
  const theme = ref<Theme>(readTheme())

  watchEffect(() => {
    const { dataset } = document.documentElement
    if (theme.value === 'system') delete dataset.theme
    else dataset.theme = theme.value
    tellBrowser(theme.value)
  })

  function choose(chosen: Theme): void {
    theme.value = chosen
    try {
      localStorage.setItem(STORAGE_KEY, chosen)
    } catch {
      // The browser refuses storage: it holds until the page is left.
    }
  }

  // Another tab has chosen.
  window.addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY) theme.value = readTheme()
  })

  return { theme, choose }
})

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return THEMES.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

/** The browser's own bars: one `theme-color` for each scheme, of which a chosen theme silences the other. */
function tellBrowser(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const scheme = meta.dataset.scheme ?? 'light'
    meta.media =
      theme === 'system'
        ? `(prefers-color-scheme: ${scheme})`
        : theme === scheme
          ? 'all'
          : 'not all'
  }
}
