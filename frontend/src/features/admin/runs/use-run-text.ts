import { useI18n } from 'vue-i18n'
import type { Run } from '@/api/admin-runs'

export const RUN_STATUSES = [
  'running',
  'paused',
  'succeeded',
  'partial-succeeded',
  'failed',
  'stopped',
] as const

/** How a run was asked for. */
export const RUN_SOURCES = ['web-app', 'service-api', 'installed-app', 'openapi'] as const

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** What is told of runs and nodes in words. What a newer Dify calls otherwise is called so. */
export function useRunText() {
  const { t, te, locale } = useI18n()
  const named = (group: string, name: string) => {
    const key = `house.runs.${group}.${name}`
    return te(key) ? t(key) : name
  }
  const gone = (id: string) => t('house.goneWithId', { id: id.slice(-6) })

  /** Of bytes, in the unit in which it has few digits. */
  function size(bytes: number): string {
    const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
    return new Intl.NumberFormat(locale.value, {
      style: 'unit',
      unit: UNITS[unit] ?? 'byte',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** unit)
  }

  return {
    size,
    status: (name: string) => named('status', name),
    tone: toneOf,
    evidence: (name: string) => named('evidence', name),
    source: (name: string) => named('source', name),
    nodeType: (name: string) => named('nodeType', name),
    reason: (name: string) => named('reason', name),
    store: (name: string) => named('store', name),
    record: (name: string) => named('record', name),
    appOf: ({ app }: Pick<Run, 'app'>) => app.name ?? gone(app.id),
    personOf: ({ user, turn_id }: Pick<Run, 'user' | 'turn_id'>) =>
      // Imported runs have people that only Dify knows.
      (user.display_name ?? user.email) ||
      (turn_id ? gone(user.id) : t('house.runs.difyUser', { id: user.id })),
  }
}

/** Handled failures are no failure of the run. */
export function toneOf(status: string): 'plain' | 'ok' | 'danger' {
  if (status === 'failed') return 'danger'
  return status === 'succeeded' ? 'ok' : 'plain'
}
