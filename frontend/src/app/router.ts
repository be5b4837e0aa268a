import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'
import { loadSettingsTexts } from '@/i18n'
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

/** A page of settings; its texts are not loaded before it is opened. */
function settingsPage<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [page] = await Promise.all([load(), loadSettingsTexts()])
    return page
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
    path: 'admin/apps',
    name: 'admin-apps',
    component: settingsPage(() => import('./pages/admin-apps-page.vue')),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/users',
    name: 'admin-users',
    component: settingsPage(() => import('./pages/admin-users-page.vue')),
    meta: { access: 'admin' },
  },
  {
    path: 'admin/settings',
    name: 'admin-settings',
    component: settingsPage(() => import('./pages/admin-settings-page.vue')),
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
    component: settingsPage(() => import('./pages/enrolment-page.vue')),
    meta: { access: 'enrolment' },
  },
  {
    path: '/account',
    name: 'account',
    component: settingsPage(() => import('./pages/account-page.vue')),
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
