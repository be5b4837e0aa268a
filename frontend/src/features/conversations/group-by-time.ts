import type { Conversation } from '@/api/conversations'

export type TimeGroup = 'pinned' | 'today' | 'yesterday' | 'week' | 'month' | 'older'

export interface ConversationGroup {
  name: TimeGroup
  conversations: Conversation[]
}

const ORDER: readonly TimeGroup[] = ['pinned', 'today', 'yesterday', 'week', 'month', 'older']

/** Groups by the reader's calendar days, newest first, without empty groups. */
export function groupByTime(
  conversations: readonly Conversation[],
  now: Date,
): ConversationGroup[] {
  const groups = new Map<TimeGroup, Conversation[]>()
  const newestFirst = conversations.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at))
  for (const conversation of newestFirst) {
    const name = conversation.pinned ? 'pinned' : groupOf(new Date(conversation.updated_at), now)
    groups.set(name, [...(groups.get(name) ?? []), conversation])
  }
  return ORDER.flatMap((name) => {
    const members = groups.get(name)
    return members ? [{ name, conversations: members }] : []
  })
}

function groupOf(time: Date, now: Date): Exclude<TimeGroup, 'pinned'> {
  if (time >= daysBefore(now, 0)) return 'today'
  if (time >= daysBefore(now, 1)) return 'yesterday'
  if (time >= daysBefore(now, 7)) return 'week'
  if (time >= daysBefore(now, 30)) return 'month'
  return 'older'
}

/** Midnight, local time, `days` days ago; by the calendar, since a day may have 23 or 25 hours. */
function daysBefore(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days)
}
