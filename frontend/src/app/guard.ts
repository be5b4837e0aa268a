import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'
import { type Obstacle, obstacleOf } from '@/features/auth/obstacle'
import type { SessionState } from '@/features/auth/stores/use-session'

/** The page of each thing that can keep an account from chatting. */
const PAGES: Record<Obstacle, 'pending' | 'unverified' | 'enrolment'> = {
  account_pending: 'pending',
  email_unverified: 'unverified',
  totp_enrollment_required: 'enrolment',
}

/**
 * Where to go instead, or `true` to go on. This is for orientation only: what anyone may do is decided by
 * the server, for each request.
 */
export function guard(
  session: SessionState,
  to: Pick<RouteLocationNormalized, 'meta' | 'fullPath' | 'name'>,
): true | RouteLocationRaw {
  const { access } = to.meta
  if (access === 'always') return true
  switch (session.phase) {
    case 'unknown':
    case 'unreachable':
      return true
    case 'signed-out':
    case 'lost':
      if (access === 'visitor') return true
      return {
        name: 'sign-in',
        ...(to.fullPath !== '/' && { query: { next: to.fullPath } }),
      }
    case 'signed-in': {
      if (access === 'account') return true
      const obstacle = obstacleOf(session.user)
      if (obstacle) return access === PAGES[obstacle] || { name: PAGES[obstacle] }
      if (access !== undefined && access !== 'admin') return { name: 'new-chat' }
      return (
        access !== 'admin' ||
        session.user.role === 'admin' || { name: 'not-found', params: { path: ['404'] } }
      )
    }
  }
}

/** The page wanted before signing in. Only a path of ours: an address from a link could lead anywhere. */
export function nextPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}
