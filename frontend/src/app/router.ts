import { createRouter, createWebHistory, type Router } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'
import { guard } from './guard'
import AppShell from './app-shell.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may see the page; without it, everyone who may chat. */
    access?: 'anyone' | 'pending' | 'admin'
  }
}

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      {
        path: '/',
        component: AppShell,
        children: [
          { path: '', name: 'new-chat', component: () => import('./pages/chat-page.vue') },
          {
            path: 'c/:conversationId',
            name: 'conversation',
            component: () => import('./pages/chat-page.vue'),
          },
          {
            path: 'admin/apps',
            name: 'admin-apps',
            component: () => import('./pages/admin-apps-page.vue'),
            meta: { access: 'admin' },
          },
          {
            path: ':path(.*)*',
            name: 'not-found',
            component: () => import('./pages/not-found-page.vue'),
          },
        ],
      },
      {
        path: '/sign-in',
        name: 'sign-in',
        component: () => import('./pages/sign-in-page.vue'),
        meta: { access: 'anyone' },
      },
      {
        path: '/register',
        name: 'register',
        component: () => import('./pages/register-page.vue'),
        meta: { access: 'anyone' },
      },
      {
        path: '/pending',
        name: 'pending',
        component: () => import('./pages/pending-page.vue'),
        meta: { access: 'pending' },
      },
    ],
  })
  router.beforeEach(async (to) => {
    const session = useSession()
    await session.restore()
    return guard(session.state, to)
  })
  return router
}
