import type { RouteRecordRaw } from 'vue-router'
import { type ExtraTexts, withTexts } from '@/i18n'

/** The header of all of them speaks the texts `house`. */
const page = <T>(load: () => Promise<T>, ...sets: readonly ExtraTexts[]) =>
  withTexts(load, 'house', ...sets)

/** Beside the sidebar, for administrators. */
export const adminRoutes: RouteRecordRaw[] = [
  {
    path: 'admin',
    component: page(() => import('../admin-layout.vue')),
    meta: { access: 'admin' },
    children: [
      {
        path: '',
        name: 'admin-dashboard',
        component: page(() => import('../pages/admin-dashboard-page.vue')),
      },
      {
        path: 'apps',
        name: 'admin-apps',
        component: page(() => import('../pages/admin-apps-page.vue'), 'settings'),
      },
      {
        path: 'settings',
        name: 'admin-settings',
        component: page(() => import('../pages/admin-settings-page.vue'), 'settings'),
      },
      {
        path: 'users',
        name: 'admin-users',
        component: page(() => import('../pages/admin-users-page.vue'), 'settings'),
      },
    ],
  },
]
