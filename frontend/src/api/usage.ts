import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export type UsageRow = Schema<'UsageRow'>
export type UsagePage = Schema<'UsagePage'>
export type OwnBudget = Schema<'OwnBudgetView'> & {
  measure: 'turns' | 'tokens' | 'money'
  period: 'day' | 'month'
}

/** What one has used oneself in the last 30 days, one row for each day on which it was something. */
export function usageByDay(): Promise<UsagePage> {
  return call('GET', '/usage', { query: { by: 'day', limit: MAX_PAGE_SIZE } })
}

/** The same time, one row for each app. */
export function usageByApp(): Promise<UsageRow[]> {
  return readAll((cursor) =>
    call('GET', '/usage', { query: { by: 'app', limit: MAX_PAGE_SIZE, cursor } }),
  )
}

/** The budgets that bind one now. */
export function listBudgets(): Promise<OwnBudget[]> {
  return readAll((cursor) => {
    const page = call('GET', '/usage/budgets', { query: { limit: MAX_PAGE_SIZE, cursor } })
    return page as Promise<Page<OwnBudget>>
  })
}
