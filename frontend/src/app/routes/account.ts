import type { RouteRecordRaw } from 'vue-router'
import { withTexts } from '@/i18n'

/** One's own account, also for those who may not chat. */
export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/account',
    name: 'account',
    component: withTexts(() => import('../pages/account-page.vue'), 'settings', 'history'),
    meta: { access: 'account' },
  },
]
