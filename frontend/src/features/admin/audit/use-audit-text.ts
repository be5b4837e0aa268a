import { useI18n } from 'vue-i18n'
import type { Detail } from './details'

/** What was done, in words. What this version does not know is called by its name. */
export function useAuditText() {
  const { t, te } = useI18n()
  const known = (key: string, name: string) => (te(key) ? t(key) : name)

  const action = (name: string) => known(`audit.action.${name}`, name)
  const targetType = (name: string) => known(`audit.target.${name}`, name)
  const detailName = (name: string) =>
    name === '' ? t('audit.change') : known(`audit.detail.${name}`, name.replaceAll('_', ' '))

  function value(text: string): string {
    if (text === 'true' || text === 'false') return t(`audit.${text}`)
    return text === '' ? '–' : known(`people.role.${text}`, text)
  }

  /** The value of a detail; fields are called by their names. */
  function valueOf({ name, value: now }: Detail): string {
    return name === 'fields' ? now.split(' ').map(detailName).join(', ') : value(now)
  }

  function detail(told: Detail): string {
    const change = told.old === undefined ? valueOf(told) : `${value(told.old)} → ${valueOf(told)}`
    return `${detailName(told.name)}: ${change}`
  }

  return { action, targetType, detailName, value, valueOf, detail }
}
