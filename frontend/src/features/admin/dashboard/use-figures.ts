import { useI18n } from 'vue-i18n'
import type { Money } from '@/api/admin-usage'

/** Figures as the reader's language writes them. */
export function useFigures() {
  const { locale, t } = useI18n()
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale.value, options)

  const number = (value: number) => format({}).format(value)
  const compact = (value: number) =>
    format({ notation: 'compact', maximumFractionDigits: 1 }).format(value)

  /** A currency that Dify calls by a name of its own is told by that name. */
  function money({ amount, currency }: { amount: string | number; currency: string }): string {
    const value = Number(amount)
    // Answers cost fractions of a cent; of sums nobody wants to read those.
    const digits: Intl.NumberFormatOptions =
      value !== 0 && Math.abs(value) < 0.1
        ? { maximumSignificantDigits: 2 }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    return /^[A-Z]{3}$/.test(currency)
      ? format({ style: 'currency', currency, ...digits }).format(value)
      : `${format(digits).format(value)} ${currency}`
  }

  const costs = (cost: readonly Money[]) => cost.map(money).join(' + ')

  /** Short times in milliseconds, longer ones in seconds. */
  function duration(ms: number): string {
    return ms < 1000
      ? t('house.dashboard.ms', { count: number(Math.round(ms)) })
      : t('house.dashboard.seconds', {
          count: format({ maximumFractionDigits: 1 }).format(ms / 1000),
        })
  }

  const percent = (share: number) =>
    format({ style: 'percent', maximumFractionDigits: 1 }).format(share)
  const signedPercent = (share: number) =>
    format({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share)

  /** A calendar day, which has no zone. */
  function day(text: string, style: 'short' | 'long' = 'short'): string {
    const options: Intl.DateTimeFormatOptions =
      style === 'short'
        ? { month: 'short', day: 'numeric' }
        : { year: 'numeric', month: 'short', day: 'numeric' }
    return new Intl.DateTimeFormat(locale.value, { ...options, timeZone: 'UTC' }).format(
      Date.parse(`${text}T00:00:00Z`),
    )
  }

  function month(text: string): string {
    const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
    return new Intl.DateTimeFormat(locale.value, options).format(Date.parse(`${text}T00:00:00Z`))
  }

  return { number, compact, money, costs, duration, percent, signedPercent, day, month }
}
