import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLocale, i18n, loadInitialLocale, loadTexts } from '.'
import { matchLocale } from './locale'
import en from './locales/en'
import zhCn from './locales/zh-CN'
import errorCodes from '../../../shared/kernel/src/main/java/dev/rechat/kernel/error/ErrorCode.java?raw'

const sets = import.meta.glob<object>('./locales/*.{en,zh-CN}.ts', {
  eager: true,
  import: 'default',
})
const setsIn = (locale: string) =>
  Object.entries(sets).flatMap(([path, set]) => (path.endsWith(`.${locale}.ts`) ? texts(set) : []))

function texts(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value as object, `${path}${key}.`),
  )
}

const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g))

beforeEach(() => {
  localStorage.clear()
})

describe('the languages', () => {
  it('have the same texts with the same placeholders', () => {
    const chinese = new Map([...texts(zhCn), ...setsIn('zh-CN')])

    for (const [key, text] of [...texts(en), ...setsIn('en')]) {
      expect(chinese.get(key), key).toBeTruthy()
      expect(placeholders(chinese.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })

  it('have a sentence for every code of the API', () => {
    const codes = [...errorCodes.matchAll(/^\s+[A-Z_]+\("([a-z_]+)", \d{3}\)/gm)].map(
      ([, code]) => code,
    )

    expect(codes.length).toBeGreaterThan(20)
    expect(Object.keys(en.errors)).toEqual(expect.arrayContaining(codes))
  })

  it.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['de', 'zh'], 'zh-CN'],
    [['en-GB', 'zh'], 'en'],
    [['fr'], 'en'],
  ])('for a reader of %o are %s', (wanted, locale) => {
    expect(matchLocale(wanted)).toBe(locale)
  })

  it('are loaded, remembered and told to the document', async () => {
    await loadInitialLocale()
    expect(i18n.global.t('auth.signIn')).toBe('Sign in')

    await chooseLocale('zh-CN')
    expect(i18n.global.t('auth.signIn')).toBe('登录')
    expect(document.documentElement.lang).toBe('zh-CN')

    i18n.global.locale.value = 'en'
    await loadInitialLocale()
    expect(i18n.global.locale.value).toBe('zh-CN')
  })

  it('have the texts of settings pages once one was opened, also after switching', async () => {
    await chooseLocale('en')
    await loadTexts('settings')
    expect(i18n.global.t('account.password')).toBe('Password')

    await chooseLocale('zh-CN')
    expect(i18n.global.t('account.password')).toBe('密码')
    expect(i18n.global.t('auth.signIn')).toBe('登录')
  })
})
