import { useI18n } from 'vue-i18n'
import type { Share } from '@/api/shares'
import { useTimeText } from '@/i18n/use-time-text'

/** For how many days a link can be made; none is without end. */
export const EXPIRIES = ['7', '30', '90', ''] as const

/** What is said of a link. */
export function useShareText() {
  const { t } = useI18n()
  const { day } = useTimeText()

  function about(share: Share): string {
    return `${t('share.madeOn', { day: day(share.created_at) })} · ${expiry(share.expires_at)}`
  }

  function expiry(time: string | null | undefined): string {
    if (time == null) return t('share.noEnd')
    const over = Date.parse(time) <= Date.now()
    return t(over ? 'share.expired' : 'share.expires', { day: day(time) })
  }

  return { about }
}
