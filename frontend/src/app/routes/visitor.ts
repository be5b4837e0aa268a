import type { RouteRecordRaw } from 'vue-router'
import { withTexts } from '@/i18n'

/** Pages that stand alone: coming in, and what comes by a link. */
export const visitorRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../pages/sign-in-page.vue'),
    meta: { access: 'visitor' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('../pages/register-page.vue'),
    meta: { access: 'visitor' },
  },
  {
    path: '/forgot',
    name: 'forgot',
    component: () => import('@/features/auth/components/forgot-page.vue'),
    meta: { access: 'always' },
  },
  {
    path: '/reset',
    name: 'reset',
    component: () => import('../pages/reset-page.vue'),
    meta: { access: 'always' },
  },
  {
    path: '/verify',
    name: 'verify',
    component: () => import('../pages/verify-page.vue'),
    meta: { access: 'always' },
  },
  {
    path: '/pending',
    name: 'pending',
    component: () => import('../pages/pending-page.vue'),
    meta: { access: 'pending' },
  },
  {
    path: '/unverified',
    name: 'unverified',
    component: () => import('../pages/unverified-page.vue'),
    meta: { access: 'unverified' },
  },
  {
    path: '/second-factor',
    name: 'enrolment',
    component: withTexts(() => import('../pages/enrolment-page.vue'), 'settings'),
    meta: { access: 'enrolment' },
  },
  {
    path: '/shared',
    name: 'shared',
    component: withTexts(() => import('../pages/shared-page.vue'), 'history'),
    meta: { access: 'always' },
  },
]
