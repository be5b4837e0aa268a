import { useI18n } from 'vue-i18n'
import type { Editor, Setting } from '@/api/admin-settings'
import { useTimeText } from '@/i18n/use-time-text'

/** Settings and their values in words. What this version does not know is told as the server tells it. */
export function useSettingText() {
  const { t, te } = useI18n()
  const { moment } = useTimeText()

  const known = (key: string, fallback: string) => (te(key) ? t(key) : fallback)

  function titleOf({ key }: Pick<Setting, 'key'>): string {
    return known(`house.settings.of.${key}.title`, key)
  }

  function textOf({ key, description }: Pick<Setting, 'key' | 'description'>): string {
    return known(`house.settings.of.${key}.text`, description)
  }

  function optionOf(key: string, option: string): string {
    return known(`house.settings.of.${key}.options.${option}`, option)
  }

  function valueText({ key, type }: Pick<Setting, 'key' | 'type'>, value: unknown): string {
    switch (type) {
      case 'choice':
        return optionOf(key, String(value))
      case 'switch':
        return t(value === true ? 'house.settings.on' : 'house.settings.off')
      case 'domains':
        return Array.isArray(value) && value.length > 0
          ? value.join(', ')
          : t('house.settings.allDomains')
      case 'number':
        return value === 0
          ? t('house.settings.forever')
          : t('house.settings.days', { count: value }, Number(value))
      case 'zone':
        return String(value)
      case 'banner':
        return bannerText(value)
      default:
        return JSON.stringify(value)
    }
  }

  function bannerText(value: unknown): string {
    if (!value || typeof value !== 'object') return t('house.settings.noBanner')
    const { text, level, until } = value as { text: string; level: string; until?: string | null }
    const end = until ? t('house.settings.bannerUntil', { when: moment(until) }) : ''
    return [`${t(`house.settings.level.${level}`)}: ${text}`, end].filter(Boolean).join(' · ')
  }

  /** Who it was; an account that is gone has only its id. */
  function editorName(editor: Editor | null | undefined): string {
    if (!editor) return t('house.settings.byOperator')
    return editor.display_name || editor.email || t('house.goneWithId', { id: editor.id.slice(-6) })
  }

  return { titleOf, textOf, optionOf, valueText, editorName }
}
