import { useI18n } from 'vue-i18n'

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** Times as people say them, in the reader's language. */
export function useTimeText() {
  const { locale } = useI18n()

  /** How long ago; within the last minute it is "now". */
  function ago(time: string): string {
    const seconds = (Date.parse(time) - Date.now()) / 1000
    const format = new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' })
    for (const [unit, length] of STEPS) {
      if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit)
    }
    return format.format(0, 'second')
  }

  function day(time: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(Date.parse(time))
  }

  /** A day of the calendar (`2026-01-31`), which is the same wherever the reader is. */
  function calendarDay(date: string): string {
    const options = { dateStyle: 'medium', timeZone: 'UTC' } as const
    return new Intl.DateTimeFormat(locale.value, options).format(Date.parse(date))
  }

  function moment(time: string): string {
    const options = { dateStyle: 'medium', timeStyle: 'short' } as const
    return new Intl.DateTimeFormat(locale.value, options).format(Date.parse(time))
  }

  return { ago, day, calendarDay, moment }
}
