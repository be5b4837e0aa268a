import type { RouteRecordRaw } from 'vue-router'
import { withTexts } from '@/i18n'

/** Beside the sidebar, for everyone who may chat. */
export const chatRoutes: RouteRecordRaw[] = [
  {
    path: '',
    name: 'new-chat',
    component: () => import('../pages/chat-page.vue'),
    meta: { title: 'shell.newChat' },
  },
  {
    path: 'c/:conversationId',
    name: 'conversation',
    component: () => import('../pages/chat-page.vue'),
  },
  {
    path: 'history/:place(archive|trash)?',
    name: 'history',
    component: withTexts(() => import('../pages/history-page.vue'), 'history'),
    meta: { title: 'conversations.archiveAndTrash' },
  },
  {
    path: ':path(.*)*',
    name: 'not-found',
    component: () => import('../pages/not-found-page.vue'),
    meta: { title: 'shell.notFoundTitle' },
  },
]
