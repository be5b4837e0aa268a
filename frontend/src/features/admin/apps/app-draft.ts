import type { AdminApp, AdminAppChange, NewAdminApp, NodeDetail } from '@/api/admin-apps'

/** An app as it is edited; an empty key means the stored one. */
export interface AppDraft {
  name: string
  slug: string
  description: string
  icon: string
  baseUrl: string
  apiKey: string
  enabled: boolean
  visibleTo: 'all' | 'groups'
  groupIds: string[]
  showThoughts: boolean
  showNodes: NodeDetail
  showCitations: boolean
  /** Empty for none. */
  systemVariable: string
}

export function draftOf(app: AdminApp | null): AppDraft {
  return {
    name: app?.name ?? '',
    slug: app?.slug ?? '',
    description: app?.description ?? '',
    icon: app?.icon ?? '',
    baseUrl: app?.base_url ?? '',
    apiKey: '',
    enabled: app?.enabled ?? true,
    visibleTo: app?.visible_to ?? 'all',
    groupIds: [...(app?.group_ids ?? [])],
    showThoughts: app?.show_thoughts ?? true,
    showNodes: app?.show_nodes ?? 'steps',
    showCitations: app?.show_citations ?? true,
    systemVariable: app?.system_variable ?? '',
  }
}

/** The app to add, at the end of the list; the server makes a short name where none was chosen. */
export function newApp(draft: AppDraft, order: number): NewAdminApp {
  const { slug, ...rest } = wireOf(draft)
  return { ...rest, ...(slug && { slug }), api_key: draft.apiKey.trim(), order }
}

/** Only what differs: what others have changed meanwhile stays as they left it. */
export function changeOf(app: AdminApp, draft: AppDraft): AdminAppChange {
  const { group_ids, ...plain } = wireOf(draft)
  const changed = Object.entries(plain).filter(
    ([field, value]) => (app[field as keyof AdminApp] ?? '') !== value,
  )
  const key = draft.apiKey.trim()
  return {
    ...Object.fromEntries(changed),
    ...(key && { api_key: key }),
    ...(!sameSet(app.group_ids, group_ids) && { group_ids }),
  }
}

function wireOf(draft: AppDraft) {
  return {
    name: draft.name.trim(),
    slug: draft.slug.trim(),
    description: draft.description.trim(),
    icon: draft.icon.trim(),
    base_url: draft.baseUrl.trim(),
    enabled: draft.enabled,
    visible_to: draft.visibleTo,
    group_ids: draft.groupIds,
    show_thoughts: draft.showThoughts,
    show_nodes: draft.showNodes,
    show_citations: draft.showCitations,
    system_variable: draft.systemVariable.trim(),
  }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

/** Whether a stored key may be sent to this address: only to the same scheme, host and port. */
export function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin
}
