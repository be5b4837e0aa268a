import type { RouteRecordRaw } from 'vue-router'
import { type ExtraTexts, withTexts } from '@/i18n'

/** The header of all of them speaks the texts `house`, what lists have in common the texts `people`. */
const page = <T>(load: () => Promise<T>, ...sets: readonly ExtraTexts[]) =>
  withTexts(load, 'house', 'people', ...sets)

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
        component: page(() => import('../pages/admin-apps-page.vue')),
      },
      {
        path: 'apps/new',
        name: 'admin-new-app',
        component: page(() => import('../pages/admin-app-page.vue')),
      },
      {
        path: 'apps/:appId',
        name: 'admin-app',
        props: true,
        component: page(() => import('../pages/admin-app-page.vue')),
      },
      {
        path: 'settings',
        name: 'admin-settings',
        component: page(() => import('../pages/admin-settings-page.vue')),
      },
      {
        path: 'users',
        name: 'admin-users',
        component: page(() => import('../pages/admin-users-page.vue')),
        children: [
          {
            path: ':id',
            name: 'admin-user',
            component: page(() => import('@/features/admin/people/user-sheet.vue')),
            props: true,
          },
        ],
      },
      {
        path: 'users/import',
        name: 'admin-users-import',
        component: page(() => import('@/features/admin/people/import-page.vue')),
      },
    ],
  },
]
