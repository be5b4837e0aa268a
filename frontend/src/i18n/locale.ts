import { remember, remembered } from '@/remembered'

export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

/** Each language under its own name, so that it is found by those who need it. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

const STORAGE_KEY = 'rechat.locale'

/** The first wanted language that we speak; any Chinese reads 简体中文, everyone else English. */
export function matchLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return 'en'
}

/** What was chosen here before, else what the browser asks for. */
export function initialLocale(): Locale {
  const chosen = remembered(STORAGE_KEY)
  return matchLocale(chosen ? [chosen] : navigator.languages)
}

export function rememberLocale(locale: Locale): void {
  remember(STORAGE_KEY, locale)
}
