import { useI18n } from 'vue-i18n'

/** How large a file is, in the reader's words. */
export function useSizeText() {
  const { n } = useI18n()

  function sizeText(bytes: number): string {
    const [unit, value] =
      bytes >= 1_000_000
        ? (['megabyte', bytes / 1_000_000] as const)
        : (['kilobyte', bytes / 1000] as const)
    const maximumFractionDigits = value < 10 ? 1 : 0
    return n(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits })
  }

  return { sizeText }
}
