import type { AuthOptions } from './auth'
import { request } from './http'
import { type Page, readAll } from './page'

/** How the house takes people in, and what they may show to others. */
export interface HouseSettings {
  registration: AuthOptions['registration']
  /** Empty: any domain. */
  registration_domains: string[]
  email_verification: boolean
  admins_need_totp: boolean
  /** Who may read what was shared by a link. */
  sharing: 'off' | 'members' | 'public'
}

interface Setting {
  key: string
  value: unknown
}

/** The settings that this version knows; the server may have more. */
export async function readSettings(): Promise<HouseSettings> {
  const settings = await readAll((cursor) =>
    request<Page<Setting>>('GET', '/admin/settings', { query: { cursor } }),
  )
  return Object.fromEntries(
    settings.map(({ key, value }) => [key, value]),
  ) as unknown as HouseSettings
}

/** Resolves to the value as it is stored. */
export async function changeSetting<K extends keyof HouseSettings>(
  key: K,
  value: HouseSettings[K],
): Promise<HouseSettings[K]> {
  const changed = await request<{ value: HouseSettings[K] }>('PUT', `/admin/settings/${key}`, {
    body: { value },
  })
  return changed.value
}
