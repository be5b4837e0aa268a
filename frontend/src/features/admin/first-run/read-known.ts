import { listAdminApps } from '@/api/admin-apps'
import { listBudgets } from '@/api/admin-budgets'
import { listSettings } from '@/api/admin-settings'
import { usageSummary } from '@/api/admin-usage'
import { listUsers } from '@/api/admin-users'
import type { Known } from './first-steps'

export async function readKnown(totp: boolean): Promise<Known> {
  const [apps, usage, settings, people, budgets] = await Promise.all([
    listAdminApps(),
    usageSummary({}),
    listSettings(),
    listUsers({}, null, { limit: 2 }),
    listBudgets(),
  ])
  return {
    apps,
    turns: usage.total.turns,
    changed: settings.filter(({ updated_at }) => updated_at).map(({ key }) => key),
    otherPeople: people.data.length > 1,
    budgets: budgets.length,
    totp,
  }
}
