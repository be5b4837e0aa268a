import type { Setting } from '@/api/admin-settings'

/** What a banner says; `until` is the text of an input for local times, empty for no end. */
export interface BannerDraft {
  text: string
  level: 'info' | 'warning' | 'error'
  until: string
}

/** A setting as it is edited: by its type, and as JSON where this version does not know the type. */
export type Draft =
  | { type: 'choice'; value: string }
  | { type: 'switch'; value: boolean }
  | { type: 'domains'; value: string }
  | { type: 'number'; forever: boolean; value: string }
  | { type: 'zone'; value: string }
  | { type: 'banner'; value: BannerDraft }
  | { type: 'other'; value: string }

export class NotJson extends Error {
  override readonly name = 'NotJson'
}

export function draftOf({ type }: Pick<Setting, 'type'>, value: unknown): Draft {
  switch (type) {
    case 'choice':
    case 'zone':
      return { type, value: String(value) }
    case 'switch':
      return { type, value: value === true }
    case 'domains':
      return { type, value: Array.isArray(value) ? value.join(', ') : '' }
    case 'number':
      return { type, forever: value === 0, value: value === 0 ? '' : String(value) }
    case 'banner':
      return { type, value: bannerDraft(value) }
    default:
      return { type: 'other', value: JSON.stringify(value, null, 2) }
  }
}

function bannerDraft(value: unknown): BannerDraft {
  const banner = (value ?? {}) as Partial<Record<keyof BannerDraft, string>>
  const { level } = banner
  return {
    text: banner.text ?? '',
    level: level === 'warning' || level === 'error' ? level : 'info',
    until: banner.until ? localInput(banner.until) : '',
  }
}

/** The value to send. @throws NotJson */
export function valueOf(draft: Draft): unknown {
  switch (draft.type) {
    case 'choice':
    case 'zone':
    case 'switch':
      return draft.value
    case 'domains':
      return domainsIn(draft.value)
    case 'number':
      // An empty field is no number; the server says so.
      return draft.forever ? 0 : draft.value.trim() === '' ? null : Number(draft.value)
    case 'banner':
      return bannerValue(draft.value)
    case 'other':
      try {
        return JSON.parse(draft.value) as unknown
      } catch (error) {
        throw new NotJson('not JSON', { cause: error })
      }
  }
}

/** As people separate them: by commas, semicolons, blanks or lines, with an @ before them or without. */
export function domainsIn(text: string): string[] {
  const domains = text
    .toLowerCase()
    .split(/[\s,;，、；]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter(Boolean)
  return [...new Set(domains)]
}

/** No text is no banner. */
function bannerValue({ text, level, until }: BannerDraft): unknown {
  if (text.trim() === '') return null
  return { text: text.trim(), level, ...(until && { until: new Date(until).toISOString() }) }
}

/** A moment in the form of `datetime-local`, in the reader's own time. */
export function localInput(time: string): string {
  const date = new Date(time)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** Whether both are the same value, in whatever order their members stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** What a change would do that cannot be taken back or surprises people; the name of the warning. */
export function dangerOf(key: string, before: unknown, after: unknown): string | null {
  if (key.endsWith('_retention_days')) {
    const [old, days] = [Number(before), Number(after)]
    return days > 0 && (old === 0 || days < old) ? key : null
  }
  if (key === 'admins_need_totp' && after === true) return key
  if (key === 'sharing' && (after === 'off' || after === 'public')) return `sharing_${after}`
  return null
}
