import type { ApiKey, ApiKeyChange } from '@/api/api-keys'

/** Days from now; empty for no end. */
export const LIFETIMES = ['30', '90', '365', ''] as const
export type Lifetime = (typeof LIFETIMES)[number]

const DAY = 86_400_000

/** A key as it is edited. */
export interface KeyDraft {
  name: string
  reach: 'all' | 'some'
  apps: string[]
  /** Empty for none. */
  limit: string
  trusted: boolean
  lifetime: Lifetime | 'same'
}

export function draftOf(key: ApiKey): KeyDraft {
  return {
    name: key.name,
    reach: key.apps ? 'some' : 'all',
    apps: [...(key.apps ?? [])],
    limit: key.requests_per_minute?.toString() ?? '',
    trusted: key.trusted,
    lifetime: 'same',
  }
}

export function expiryOf(lifetime: Lifetime, now: number): string | undefined {
  return lifetime ? new Date(now + Number(lifetime) * DAY).toISOString() : undefined
}

/** Whether nothing is missing and all is of its form. */
export function isWhole(draft: Pick<KeyDraft, 'reach' | 'apps' | 'limit'>): boolean {
  return (draft.reach === 'all' || draft.apps.length > 0) && /^\d*$/.test(draft.limit.trim())
}

/** Only what differs: what was changed elsewhere meanwhile stays. */
export function changeOf(key: ApiKey, draft: KeyDraft, now: number): ApiKeyChange {
  const name = draft.name.trim()
  const limit = draft.limit.trim() ? Number(draft.limit) : undefined
  const apps = draft.reach === 'some' ? draft.apps : undefined
  const expiry = draft.lifetime === 'same' ? undefined : expiryOf(draft.lifetime, now)
  const lift: ApiKeyChange['lift'] = []
  if (key.apps && !apps) lift.push('apps')
  if (key.requests_per_minute && !limit) lift.push('requests_per_minute')
  if (key.expires_at && draft.lifetime === '') lift.push('expires_at')
  return {
    ...(name !== key.name && { name }),
    ...(draft.trusted !== key.trusted && { trusted: draft.trusted }),
    ...(apps && !sameSet(apps, key.apps) && { apps }),
    ...(limit && limit !== key.requests_per_minute && { requests_per_minute: limit }),
    ...(expiry && { expires_at: expiry }),
    ...(lift.length > 0 && { lift }),
  }
}

function sameSet(one: readonly string[], other: readonly string[] | undefined): boolean {
  return one.length === other?.length && one.every((id) => other.includes(id))
}

/** Whether the key is to do anything that it may not yet: the server wants the password for that. */
export function widens(key: ApiKey, change: ApiKeyChange): boolean {
  const { apps, requests_per_minute: limit, expires_at: expiry } = change
  return (
    change.trusted === true ||
    (change.lift?.length ?? 0) > 0 ||
    (!!key.apps && !!apps?.some((id) => !key.apps?.includes(id))) ||
    (!!key.requests_per_minute && (limit ?? 0) > key.requests_per_minute) ||
    (!!key.expires_at && !!expiry && Date.parse(expiry) > Date.parse(key.expires_at))
  )
}
