import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export type Measure = 'turns' | 'tokens' | 'money'
export type Period = 'day' | 'month'

/** Whom it binds, what it counts, and how much of it a period has. Figures are decimal texts. */
export type Budget = Omit<Schema<'BudgetView'>, 'measure' | 'period'> & {
  measure: Measure
  period: Period
}
export type NewBudget = Schema<'CreateBudget'>
export type BudgetChange = Schema<'ChangeBudget'>
export type Counter = Schema<'CounterView'>
export type Charge = Schema<'ChargeView'>

/** The OpenAPI document calls measure and period strings; docs/api.md names their values, which the cast takes on trust. */
const narrowed = (budget: Schema<'BudgetView'>) => budget as Budget

export async function listBudgets(): Promise<Budget[]> {
  const budgets = await readAll((cursor) =>
    call('GET', '/admin/budgets', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
  return budgets.map(narrowed)
}

export async function readBudget(id: string): Promise<Budget> {
  return narrowed(await call('GET', '/admin/budgets/{id}', { path: { id } }))
}

export async function addBudget(budget: NewBudget): Promise<Budget> {
  return narrowed(await call('POST', '/admin/budgets', { body: budget }))
}

export async function changeBudget(id: string, change: BudgetChange): Promise<Budget> {
  return narrowed(await call('PATCH', '/admin/budgets/{id}', { path: { id }, body: change }))
}

export async function removeBudget(id: string): Promise<void> {
  await call('DELETE', '/admin/budgets/{id}', { path: { id } })
}

/** `day` is any day of the period; the present one where it is left out. */
export function budgetCounters(
  id: string,
  day: string | null,
  cursor: string | null,
): Promise<Page<Counter>> {
  return call('GET', '/admin/budgets/{id}/counters', {
    path: { id },
    query: { period_start: day, limit: MAX_PAGE_SIZE, cursor },
  })
}

/** The turns that a counter is made of; `person` where everybody has a counter of their own. */
export function budgetCharges(
  id: string,
  day: string | null,
  person: string | null,
  cursor: string | null,
): Promise<Page<Charge>> {
  return call('GET', '/admin/budgets/{id}/charges', {
    path: { id },
    query: { period_start: day, person, cursor },
  })
}
