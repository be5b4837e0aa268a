import { call, type Schema } from './call'

/** Who changed something; only the id when the account is gone. */
export type Editor = Schema<'EditorView'>

/** A setting of the house. A newer server may have types that this version does not know. */
export type Setting = Omit<Schema<'SettingView'>, 'value' | 'default'> & {
  value: unknown
  default: unknown
}

export type SettingChange = Omit<Schema<'SettingChangeView'>, 'old' | 'new'> & {
  old: unknown
  new: unknown
}

/** The document has no name for "any JSON". */
type Json = Schema<'ChangeSetting'>['value']

export async function listSettings(): Promise<Setting[]> {
  return (await call('GET', '/admin/settings')).data
}

/** Resolves to the setting as it is stored. */
export function changeSetting(key: string, value: unknown): Promise<Setting> {
  return call('PUT', '/admin/settings/{key}', { path: { key }, body: { value: value as Json } })
}

export function settingHistory(
  key: string,
  cursor: string | null,
): Promise<{ data: SettingChange[]; next_cursor: string | null }> {
  return call('GET', '/admin/settings/{key}/history', { path: { key }, query: { cursor } })
}
