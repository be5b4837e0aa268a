import type { Budget, BudgetChange, Measure, NewBudget, Period } from '@/api/admin-budgets'

/** Whom a budget binds: everybody or a group, each for themselves or all together, or one person. */
export const WHO = ['eachPerson', 'everybody', 'eachMember', 'members', 'person'] as const
export type Who = (typeof WHO)[number]

export interface BudgetDraft {
  who: Who
  groupId: string
  userId: string
  amount: string
  measure: Measure
  currency: string
  period: Period
  appId: string
  name: string
  reserve: string
}

export const emptyDraft = (): BudgetDraft => ({
  who: 'eachPerson',
  groupId: '',
  userId: '',
  amount: '',
  measure: 'tokens',
  currency: 'USD',
  period: 'month',
  appId: '',
  name: '',
  reserve: '',
})

type Bound = Pick<Budget, 'per_person' | 'group_id' | 'user_id'>

export function whoOf({ per_person, group_id, user_id }: Bound): Who {
  if (user_id) return 'person'
  if (group_id) return per_person ? 'eachMember' : 'members'
  return per_person ? 'eachPerson' : 'everybody'
}

/** People write "10 000", "10,000" and "10.000,50"; the API takes a plain decimal. */
export function decimal(text: string): string {
  const plain = text.replace(/[\s_']/g, '')
  const groups = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
  if (groups) return plain.replaceAll(',', '')
  return plain.replace(',', '.')
}

/** Whether all is chosen that the sentence speaks of. */
export function isWhole({ who, groupId, userId, amount, measure, currency }: BudgetDraft): boolean {
  if ((who === 'eachMember' || who === 'members') && !groupId) return false
  if (who === 'person' && !userId) return false
  return amount.trim() !== '' && (measure !== 'money' || currency.trim() !== '')
}

/** @param name what it is called where nobody has given it a name */
export function newBudget(draft: BudgetDraft, name: string): NewBudget {
  const { who, measure } = draft
  return {
    name: draft.name.trim() || name.slice(0, 100),
    measure,
    amount: decimal(draft.amount),
    period: draft.period,
    per_person: who === 'eachPerson' || who === 'eachMember',
    ...(measure === 'money' && { currency: draft.currency.trim().toUpperCase() }),
    ...((who === 'eachMember' || who === 'members') && { group_id: draft.groupId }),
    ...(who === 'person' && { user_id: draft.userId }),
    ...(draft.appId && { app_id: draft.appId }),
    ...(draft.reserve.trim() && measure !== 'turns' && { reserve: decimal(draft.reserve) }),
  }
}

/** What can be changed of one that exists: whom it binds and what it counts stays. */
export function changeOf(
  budget: Budget,
  entered: { name: string; amount: string; reserve: string },
): BudgetChange {
  const [name, amount, reserve] = [
    entered.name.trim(),
    decimal(entered.amount),
    decimal(entered.reserve),
  ]
  return {
    ...(name !== budget.name && { name }),
    ...(amount !== budget.amount && { amount }),
    ...(reserve !== budget.reserve && { reserve }),
  }
}
