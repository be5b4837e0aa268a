import { createRouter, createWebHistory, type Router } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'
import AppShell from './app-shell.vue'
import { guard } from './guard'
import { accountRoutes } from './routes/account'
import { adminRoutes } from './routes/admin'
import { chatRoutes } from './routes/chat'
import { visitorRoutes } from './routes/visitor'
import { rememberScroll } from './use-scroll-memory'

declare module 'vue-router' {
  interface RouteMeta {
    /**
     * Who may see the page; without it, everyone who may chat. `visitor`: who is not signed in; `account`:
     * everyone who is; the names of the obstacles: those they stand in the way of.
     */
    access?: 'always' | 'visitor' | 'account' | 'pending' | 'unverified' | 'enrolment' | 'admin'
    /** The key of the page's name, for the window's title. */
    title?: string
  }
}

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', component: AppShell, children: [...adminRoutes, ...chatRoutes] },
      ...visitorRoutes,
      ...accountRoutes,
    ],
  })
  router.beforeEach(async (to) => {
    const session = useSession()
    await session.restore()
    return guard(session.state, to)
  })
  rememberScroll(router)
  return router
}
