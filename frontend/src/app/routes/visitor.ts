import type { RouteRecordRaw } from 'vue-router'
import { withTexts } from '@/i18n'

/** Pages that stand alone: coming in, and what comes by a link. */
export const visitorRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../pages/sign-in-page.vue'),
    meta: { access: 'visitor', title: 'auth.signIn' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('../pages/register-page.vue'),
    meta: { access: 'visitor', title: 'auth.register' },
  },
  {
    path: '/forgot',
    name: 'forgot',
    component: () => import('@/features/auth/components/forgot-page.vue'),
    meta: { access: 'always', title: 'auth.forgotTitle' },
  },
  {
    path: '/reset',
    name: 'reset',
    component: () => import('../pages/reset-page.vue'),
    meta: { access: 'always', title: 'auth.resetTitle' },
  },
  {
    path: '/verify',
    name: 'verify',
    component: () => import('../pages/verify-page.vue'),
    meta: { access: 'always', title: 'auth.verifyTitle' },
  },
  {
    path: '/pending',
    name: 'pending',
    component: () => import('../pages/pending-page.vue'),
    meta: { access: 'pending', title: 'auth.pendingTitle' },
  },
  {
    path: '/unverified',
    name: 'unverified',
    component: () => import('../pages/unverified-page.vue'),
    meta: { access: 'unverified', title: 'auth.unverifiedTitle' },
  },
  {
    path: '/second-factor',
    name: 'enrolment',
    component: withTexts(() => import('../pages/enrolment-page.vue'), 'settings'),
    meta: { access: 'enrolment', title: 'account.enrolmentTitle' },
  },
  {
    path: '/shared',
    name: 'shared',
    component: withTexts(() => import('../pages/shared-page.vue'), 'history'),
    meta: { access: 'always' },
  },
]
