import type { Setting } from '@/api/admin-settings'

const GROUPS = {
  access: ['registration', 'registration_domains', 'email_verification', 'admins_need_totp'],
  telling: ['banner', 'sharing'],
  time: ['time_zone'],
  retention: ['conversation_retention_days', 'usage_retention_days', 'audit_retention_days'],
} as const

export type GroupName = keyof typeof GROUPS | 'other'

export interface SettingGroup {
  name: GroupName
  settings: Setting[]
}

/** By what they are about; what a newer server has besides comes last, and is never left out. */
export function groupSettings(settings: readonly Setting[]): SettingGroup[] {
  const known = new Set<string>(Object.values(GROUPS).flat())
  const groups = Object.entries(GROUPS).map(([name, keys]) => ({
    name: name as GroupName,
    settings: keys.flatMap((key) => settings.find((setting) => setting.key === key) ?? []),
  }))
  const others = settings.filter(({ key }) => !known.has(key))
  return [...groups, { name: 'other' as const, settings: others }].filter(
    (group) => group.settings.length > 0,
  )
}
