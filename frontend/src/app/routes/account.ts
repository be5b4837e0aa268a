import type { RouteRecordRaw } from 'vue-router'
import { type ExtraTexts, withTexts } from '@/i18n'

const page = <T>(load: () => Promise<T>, ...sets: readonly ExtraTexts[]) =>
  withTexts(load, 'settings', ...sets)

/** What everybody sets for themselves, also those who may not chat. */
export const accountRoutes: RouteRecordRaw[] = [
  // Where it was before; bookmarks lead there.
  { path: '/account', redirect: { name: 'settings' } },
  {
    path: '/settings',
    name: 'settings',
    component: page(() => import('../settings-layout.vue')),
    redirect: { name: 'settings-profile' },
    meta: { access: 'account' },
    children: [
      {
        path: 'profile',
        name: 'settings-profile',
        component: page(() => import('../pages/settings-profile-page.vue')),
        meta: { title: 'settings.pages.profile' },
      },
      {
        path: 'appearance',
        name: 'settings-appearance',
        component: page(() => import('../pages/settings-appearance-page.vue')),
        meta: { title: 'settings.pages.appearance' },
      },
      {
        path: 'security',
        name: 'settings-security',
        component: page(() => import('../pages/settings-security-page.vue')),
        meta: { title: 'settings.pages.security' },
      },
      {
        path: 'keys',
        name: 'settings-keys',
        component: page(() => import('../pages/settings-keys-page.vue')),
        meta: { title: 'settings.pages.keys' },
      },
      {
        path: 'usage',
        name: 'settings-usage',
        component: page(() => import('../pages/settings-usage-page.vue')),
        meta: { title: 'settings.pages.usage' },
      },
      {
        path: 'data',
        name: 'settings-data',
        component: page(() => import('../pages/settings-data-page.vue'), 'history'),
        meta: { title: 'settings.pages.data' },
      },
    ],
  },
]
