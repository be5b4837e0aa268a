import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/api-error'
import { useTimeText } from './use-time-text'

/** The sentence for an error code, in the reader's language. An unknown code is named, never hidden. */
export function useErrorText(): {
  textOfCode: (code: string) => string
  textOf: (error: unknown) => string
} {
  const { t, te } = useI18n()
  const { moment } = useTimeText()
  const textOfCode = (code: string) => {
    const key = `errors.${code}`
    return te(key) ? t(key) : t('errors.other', { code })
  }
  const textOf = (error: unknown) => {
    if (!(error instanceof ApiError)) return textOfCode('internal_error')
    const text = textOfCode(error.code)
    return error.resetsAt
      ? `${text} ${t('errors.untilReset', { when: moment(error.resetsAt) })}`
      : text
  }
  return { textOfCode, textOf }
}
