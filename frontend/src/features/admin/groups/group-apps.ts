import type { AdminApp } from '@/api/admin-apps'

/** The apps that are for a group. One that is for everybody keeps the groups it had; they do not count. */
export function appsFor<App extends Pick<AdminApp, 'visible_to' | 'group_ids'>>(
  apps: readonly App[],
  group: string,
): App[] {
  return apps.filter((app) => app.visible_to === 'groups' && app.group_ids.includes(group))
}

/** Those of them that would be for nobody without it. */
export function appsOnlyFor<App extends Pick<AdminApp, 'visible_to' | 'group_ids'>>(
  apps: readonly App[],
  group: string,
): App[] {
  return appsFor(apps, group).filter((app) => app.group_ids.length === 1)
}
