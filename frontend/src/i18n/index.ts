import { createI18n } from 'vue-i18n'
import { initialLocale, type Locale, rememberLocale } from './locale'
import type { Messages } from './locales/en'

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./locales/en'),
  'zh-CN': () => import('./locales/zh-CN'),
}

/** Texts that nobody needs to chat; each set is loaded with the first thing that shows it. */
export type ExtraTexts = 'settings' | 'history' | 'people' | 'house' | 'talk' | 'answer'

const extraLoaders = import.meta.glob<{ default: object }>('./locales/*.{en,zh-CN}.ts')

export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  // Only the language in use is loaded; both are complete, so there is nothing to fall back to.
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
})

const loaded = new Set<Locale>()
const extraLoaded = new Set<string>()
const extraWanted = new Set<ExtraTexts>()

export async function loadInitialLocale(): Promise<void> {
  await applyLocale(initialLocale())
}

/** Loads sets of texts; from then on they are there in every language. */
export async function loadTexts(...sets: readonly ExtraTexts[]): Promise<void> {
  for (const set of sets) extraWanted.add(set)
  await loadExtras(i18n.global.locale.value)
}

/** Loads a part of the app together with the texts it shows. */
export function withTexts<T>(load: () => Promise<T>, ...sets: readonly ExtraTexts[]) {
  return async (): Promise<T> => {
    const [part] = await Promise.all([load(), loadTexts(...sets)])
    return part
  }
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
  await loadExtras(locale)
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

async function loadExtras(locale: Locale): Promise<void> {
  await Promise.all(
    [...extraWanted].map(async (set) => {
      const name = `${set} ${locale}`
      if (extraLoaded.has(name)) return
      i18n.global.mergeLocaleMessage(locale, (await loadExtra(set, locale)).default)
      extraLoaded.add(name)
    }),
  )
}

function loadExtra(set: ExtraTexts, locale: Locale): Promise<{ default: object }> {
  const load = extraLoaders[`./locales/${set}.${locale}.ts`]
  if (!load) throw new Error(`There are no texts ${set} in ${locale}.`)
  return load()
}
