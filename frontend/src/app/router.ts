import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'
import { withTexts } from '@/i18n'
import AppShell from './app-shell.vue'
import { guard } from './guard'

declare module 'vue-router' {
  interface RouteMeta {
    /**
     * Who may see the page; without it, everyone who may chat. `visitor`: who is not signed in; `account`:
     * everyone who is; the names of the obstacles: those they stand in the way of.
     */
    access?: 'always' | 'visitor' | 'account' | 'pending' | 'unverified' | 'enrolment' | 'admin'
  }
}

const inShell: RouteRecordRaw[] = [
  { path: '', name: 'new-chat', component: () => import('./pages/chat-page.vue') },
  {
    path: 'c/:conversationId',
    name: 'conversation',
    component: () => import('./pages/chat-page.vue'),
  },
  {
    path: 'history/:place(archive|trash)?',
    name: 'history',
    component: withTexts(() => import('./pages/history-page.vue'), 'history'),
  },
  {
    path: 'admin/apps',
    name: 'admin-apps',
    component: withTexts(() => import('./pages/admin-apps-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/users',
    name: 'admin-users',
    component: withTexts(() => import('./pages/admin-users-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/settings',
    name: 'admin-settings',
    component: withTexts(() => import('./pages/admin-settings-page.vue'), 'settings'),
    meta: { access: 'admin' },
  },
  {
    path: ':path(.*)*',
    name: 'not-found',
    component: () => import('./pages/not-found-page.vue'),
  },
]

const alone: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./pages/sign-in-page.vue'),
    meta: { access: 'visitor' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('./pages/register-page.vue'),
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
    component: () => import('./pages/reset-page.vue'),
    meta: { access: 'always' },
  },
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./pages/verify-page.vue'),
    meta: { access: 'always' },
  },
  {
    path: '/pending',
    name: 'pending',
    component: () => import('./pages/pending-page.vue'),
    meta: { access: 'pending' },
  },
  {
    path: '/unverified',
    name: 'unverified',
    component: () => import('./pages/unverified-page.vue'),
    meta: { access: 'unverified' },
  },
  {
    path: '/second-factor',
    name: 'enrolment',
    component: withTexts(() => import('./pages/enrolment-page.vue'), 'settings'),
    meta: { access: 'enrolment' },
  },
  {
    path: '/shared',
    name: 'shared',
    component: withTexts(() => import('./pages/shared-page.vue'), 'history'),
    meta: { access: 'always' },
  },
  {
    path: '/account',
    name: 'account',
    component: withTexts(() => import('./pages/account-page.vue'), 'settings', 'history'),
    meta: { access: 'account' },
  },
]

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [{ path: '/', component: AppShell, children: inShell }, ...alone],
  })
  router.beforeEach(async (to) => {
    const session = useSession()
    await session.restore()
    return guard(session.state, to)
  })
  return router
}
