import { createI18n } from 'vue-i18n'
import { initialLocale, type Locale, rememberLocale } from './locale'
import type { Messages } from './locales/en'

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./locales/en'),
  'zh-CN': () => import('./locales/zh-CN'),
}

export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  // Only the language in use is loaded; both are complete, so there is nothing to fall back to.
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
})

const loaded = new Set<Locale>()

export async function loadInitialLocale(): Promise<void> {
  await applyLocale(initialLocale())
}

/** Switches the language and remembers it in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await applyLocale(locale)
  rememberLocale(locale)
}

async function applyLocale(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) {
    i18n.global.setLocaleMessage(locale, (await loaders[locale]()).default)
    loaded.add(locale)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
