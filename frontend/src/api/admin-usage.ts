import { call, type Schema } from './call'
import { MAX_PAGE_SIZE, type Page, readAll } from './page'

export type UsageRow = Schema<'UsageRow'>
export type UsageSummary = Schema<'UsageSummary'>
export type Money = Schema<'Money'>
export type RunningNow = Schema<'RunningView'>
export type TurnUsage = Schema<'TurnUsageView'>
export type AppLabel = Schema<'AppLabel'>
export type PersonLabel = Schema<'PersonLabel'>

/** Days of the house, both included, and whose usage. What is left out narrows nothing. */
export interface UsageFilter {
  from?: string
  to?: string
  app_id?: string
  user_id?: string
}

export interface TurnFilter extends UsageFilter {
  status?: string
  error?: string
}

export function usageSummary(filter: UsageFilter): Promise<UsageSummary> {
  return call('GET', '/admin/usage/summary', { query: { ...filter } })
}

/** A row for each day on which there was something. */
export function usageByDay(filter: UsageFilter): Promise<UsageRow[]> {
  return readAll((cursor) =>
    call('GET', '/admin/usage', {
      query: { ...filter, by: 'day', limit: MAX_PAGE_SIZE, cursor },
    }),
  )
}

/** The apps or people with the most, the first ones. */
export function usageTop(
  filter: UsageFilter,
  by: 'app' | 'user',
  sort: 'turns' | 'tokens' | 'failed' | 'cost',
  limit: number,
  cursor: string | null,
): Promise<Page<UsageRow>> {
  return call('GET', '/admin/usage', { query: { ...filter, by, sort, limit, cursor } })
}

export function runningNow(): Promise<RunningNow> {
  return call('GET', '/admin/usage/running')
}

/** The turns that figures are made of, of 31 days at most. */
export function usageTurns(filter: TurnFilter, cursor: string | null): Promise<Page<TurnUsage>> {
  return call('GET', '/admin/usage/turns', { query: { ...filter, limit: 50, cursor } })
}

/** Where the CSV is: a line for each day, app, person and currency. */
export function usageExportPath(filter: UsageFilter): string {
  return `/admin/usage/export?${new URLSearchParams({ ...filter }).toString()}`
}
