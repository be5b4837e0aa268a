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
        path: 'welcome',
        name: 'admin-welcome',
        component: page(() => import('../pages/admin-welcome-page.vue')),
      },
      {
        path: 'maintenance',
        name: 'admin-maintenance',
        component: page(() => import('@/features/admin/maintenance/maintenance-page.vue')),
      },
      {
        path: 'usage/turns',
        name: 'admin-turns',
        component: page(() => import('@/features/admin/dashboard/turns-page.vue')),
      },
      {
        path: 'runs',
        name: 'admin-runs',
        component: page(() => import('@/features/admin/runs/runs-page.vue')),
      },
      {
        path: 'runs/figures',
        name: 'admin-run-figures',
        component: page(() => import('@/features/admin/runs/figures-page.vue')),
      },
      {
        path: 'runs/:runId',
        name: 'admin-run',
        props: true,
        component: page(() => import('@/features/admin/runs/run-page.vue')),
        children: [
          {
            path: 'nodes/:nodeId',
            name: 'admin-run-node',
            component: page(() => import('@/features/admin/runs/node-sheet.vue')),
            props: true,
          },
        ],
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
        path: 'budgets',
        name: 'admin-budgets',
        component: page(() => import('@/features/admin/budgets/budgets-page.vue')),
      },
      {
        path: 'budgets/new',
        name: 'admin-new-budget',
        component: page(() => import('@/features/admin/budgets/new-budget-page.vue')),
      },
      {
        path: 'budgets/:budgetId',
        name: 'admin-budget',
        props: true,
        component: page(() => import('@/features/admin/budgets/budget-page.vue')),
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
        path: 'groups',
        name: 'admin-groups',
        component: page(() => import('@/features/admin/groups/groups-page.vue')),
        children: [
          {
            path: ':id',
            name: 'admin-group',
            component: page(() => import('@/features/admin/groups/group-sheet.vue')),
            props: true,
          },
        ],
      },
      {
        path: 'feedback',
        name: 'admin-feedback',
        component: page(() => import('@/features/admin/feedback/feedback-page.vue')),
        children: [
          {
            path: ':messageId',
            name: 'admin-feedback-item',
            component: page(() => import('@/features/admin/feedback/feedback-sheet.vue')),
            props: true,
          },
        ],
      },
      {
        path: 'audit',
        name: 'admin-audit',
        component: page(() => import('@/features/admin/audit/audit-page.vue')),
        children: [
          {
            path: 'verification',
            name: 'admin-audit-verification',
            component: page(() => import('@/features/admin/audit/verification-sheet.vue')),
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
