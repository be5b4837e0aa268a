import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Series, Tone } from './chart-types'
import { amountOf, currenciesOf, type Day } from './series'
import { useFigures } from './use-figures'

export interface ChartPlan {
  key: string
  title: string
  kind: 'bar' | 'line'
  stacked: boolean
  series: Series[]
  format: (value: number) => string
}

/** Which charts the days make; one for each currency, since amounts of different ones are never added. */
export function useCharts(days: () => readonly Day[]) {
  const { t } = useI18n()
  const { compact, duration, money } = useFigures()

  const series = (label: string, tone: Tone, value: (day: Day) => number | null): Series => ({
    label: t(`house.dashboard.${label}`),
    tone,
    values: days().map(value),
  })

  const turns = (): ChartPlan => ({
    key: 'turns',
    title: t('house.dashboard.turnsByDay'),
    kind: 'bar',
    stacked: true,
    format: compact,
    series: [
      series('completed', 'first', (day) => day.completed + day.paused),
      series('stopped', 'quiet', (day) => day.stopped),
      series('failed', 'bad', (day) => day.failed),
    ],
  })

  const tokens = (): ChartPlan => ({
    key: 'tokens',
    title: t('house.dashboard.tokensByDay'),
    kind: 'bar',
    stacked: true,
    format: compact,
    series: [
      series('promptTokens', 'first', (day) => day.promptTokens),
      series('completionTokens', 'second', (day) => day.completionTokens),
    ],
  })

  const cost = (currency: string): ChartPlan => ({
    key: `cost-${currency}`,
    title: t('house.dashboard.costByDay', { currency }),
    kind: 'bar',
    stacked: false,
    format: (amount) => money({ amount, currency }),
    series: [series('cost', 'first', (day) => amountOf(day.cost, currency))],
  })

  const firstToken = (): ChartPlan => ({
    key: 'first-token',
    title: t('house.dashboard.firstTokenByDay'),
    kind: 'line',
    stacked: false,
    format: duration,
    series: [series('p50', 'first', (day) => day.p50), series('p95', 'second', (day) => day.p95)],
  })

  return computed<ChartPlan[]>(() => [
    turns(),
    tokens(),
    ...currenciesOf(days().map((day) => day.cost)).map(cost),
    firstToken(),
  ])
}
