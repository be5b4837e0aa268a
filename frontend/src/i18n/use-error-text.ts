import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/api-error'

/** The sentence for an error code, in the reader's language. An unknown code is named, never hidden. */
export function useErrorText(): {
  textOfCode: (code: string) => string
  textOf: (error: unknown) => string
} {
  const { t, te } = useI18n()
  const textOfCode = (code: string) => {
    const key = `errors.${code}`
    return te(key) ? t(key) : t('errors.other', { code })
  }
  const textOf = (error: unknown) =>
    textOfCode(error instanceof ApiError ? error.code : 'internal_error')
  return { textOfCode, textOf }
}
