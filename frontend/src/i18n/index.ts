import { createI18n } from 'vue-i18n'
import { initialLocale, type Locale, rememberLocale } from './locale'
import type { Messages } from './locales/en'
import type { SettingsMessages } from './locales/settings.en'

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./locales/en'),
  'zh-CN': () => import('./locales/zh-CN'),
}

const settingsLoaders: Record<Locale, () => Promise<{ default: SettingsMessages }>> = {
  en: () => import('./locales/settings.en'),
  'zh-CN': () => import('./locales/settings.zh-CN'),
}

export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  // Only the language in use is loaded; both are complete, so there is nothing to fall back to.
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
})

const loaded = new Set<Locale>()
const settingsLoaded = new Set<Locale>()
let settingsWanted = false

export async function loadInitialLocale(): Promise<void> {
  await applyLocale(initialLocale())
}

/** Loads the texts of account and administration pages, which nobody needs to chat; from then on in every language. */
export async function loadSettingsTexts(): Promise<void> {
  settingsWanted = true
  await loadSettings(i18n.global.locale.value)
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
  if (settingsWanted) await loadSettings(locale)
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

async function loadSettings(locale: Locale): Promise<void> {
  if (settingsLoaded.has(locale)) return
  i18n.global.mergeLocaleMessage(locale, (await settingsLoaders[locale]()).default)
  settingsLoaded.add(locale)
}
