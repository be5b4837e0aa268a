import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/api-error'
import type { ConnectionStep } from '@/api/admin-apps'

/** What a connection test found, in words: what it means and what to do. Unknown codes in the server's words. */
export function useConnectionText() {
  const { t, te } = useI18n()

  function meaningOf({ code, message }: Pick<ConnectionStep, 'code' | 'message'>): string {
    const key = `house.connection.code.${code ?? ''}.meaning`
    if (code && te(key)) return t(key)
    return t('house.connection.other', { code: code ?? '?', message: message ?? '' })
  }

  function remedyOf(code: string | null | undefined): string | null {
    const key = `house.connection.code.${code ?? ''}.remedy`
    return code && te(key) ? t(key) : null
  }

  /** Meaning and remedy where a field was refused because of the connection. */
  function fieldProblem(error: unknown, field: string): string | undefined {
    if (!(error instanceof ApiError)) return undefined
    const found = error.errors.find((candidate) => candidate.field === field)
    if (!found || !te(`house.connection.code.${found.code}.meaning`)) return undefined
    return [meaningOf(found), remedyOf(found.code)].filter(Boolean).join(' ')
  }

  return { meaningOf, remedyOf, fieldProblem }
}
