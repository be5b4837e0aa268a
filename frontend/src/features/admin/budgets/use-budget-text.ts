import { onMounted, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Budget, Measure } from '@/api/admin-budgets'
import { getUser } from '@/api/admin-users'
import { ApiError } from '@/api/api-error'
import { useAdminApps } from '../apps/use-admin-apps'
import { useFigures } from '../dashboard/use-figures'
import { useGroups } from '../parts/use-groups'
import { type Who, whoOf } from './budget-draft'

type Told = Pick<
  Budget,
  'measure' | 'currency' | 'amount' | 'period' | 'per_person' | 'user_id' | 'group_id' | 'app_id'
>

/** Budgets as sentences, with the names of those they are about. */
export function useBudgetText() {
  const { t } = useI18n()
  const { number, money } = useFigures()
  const apps = useAdminApps()
  const groups = useGroups()
  const people = ref<Record<string, string>>({})
  const asked = new Set<string>()

  onMounted(() => {
    if (apps.state.phase === 'idle') void apps.load()
    if (groups.state.phase !== 'ready') void groups.load()
  })

  const gone = (id: string) => t('house.goneWithId', { id: id.slice(-6) })
  const appName = (id: string) => apps.apps.find((app) => app.id === id)?.name ?? gone(id)
  const groupName = (id: string) => groups.groups.find((group) => group.id === id)?.name ?? gone(id)

  function personName(id: string): string {
    if (!asked.has(id)) void look(id)
    return people.value[id] ?? gone(id)
  }

  async function look(id: string): Promise<void> {
    asked.add(id)
    try {
      const person = await getUser(id)
      people.value = { ...people.value, [id]: person.display_name || person.email }
    } catch (error) {
      // An account that is gone: the end of its id stands for it.
      if (!(error instanceof ApiError)) throw error
    }
  }

  function amountText(amount: string, measure: Measure, currency?: string | null): string {
    if (measure === 'money') return money({ amount, currency: currency ?? '' })
    return t(`house.budgets.count.${measure}`, { count: number(Number(amount)) }, Number(amount))
  }

  function whoText(budget: Told): string {
    const who: Who = whoOf(budget)
    return t(`house.budgets.whoIs.${who}`, {
      group: budget.group_id ? groupName(budget.group_id) : '',
      person: budget.user_id ? personName(budget.user_id) : '',
    })
  }

  function sentence(budget: Told): string {
    return t('house.budgets.sentence', {
      who: whoText(budget),
      amount: amountText(budget.amount, budget.measure, budget.currency),
      period: t(`house.budgets.period.${budget.period}`),
      app: budget.app_id ? appName(budget.app_id) : t('house.budgets.allApps'),
    })
  }

  return { apps, groups, sentence, amountText, appName, personName }
}
