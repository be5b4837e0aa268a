import { useI18n } from 'vue-i18n'

/** Numbers as they are written in the reader's language. */
export function useNumberText() {
  const { locale } = useI18n()

  function count(value: number): string {
    return new Intl.NumberFormat(locale.value).format(value)
  }

  /** Large numbers in few characters. */
  function short(value: number): string {
    const options = { notation: 'compact', maximumFractionDigits: 1 } as const
    return new Intl.NumberFormat(locale.value, options).format(value)
  }

  /** With as many places as small prices need; a currency nobody knows stands behind the number. */
  function money(value: number, currency: string): string {
    const options = { minimumFractionDigits: 2, maximumFractionDigits: 4 } as const
    try {
      return new Intl.NumberFormat(locale.value, {
        ...options,
        style: 'currency',
        currency,
      }).format(value)
    } catch {
      return `${new Intl.NumberFormat(locale.value, options).format(value)} ${currency}`
    }
  }

  return { count, short, money }
}
