import type { RouteRecordRaw } from 'vue-router'
import { withTexts } from '@/i18n'

/** Beside the sidebar, for administrators. */
export const adminRoutes: RouteRecordRaw[] = [
  {
    path: 'admin/apps',
    name: 'admin-apps',
    component: withTexts(() => import('../pages/admin-apps-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/users',
    name: 'admin-users',
    component: withTexts(() => import('../pages/admin-users-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/settings',
    name: 'admin-settings',
    component: withTexts(() => import('../pages/admin-settings-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
]
