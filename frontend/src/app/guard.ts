import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'
import type { SessionState } from '@/features/auth/stores/use-session'

/**
 * Where to go instead, or `true` to go on. This is for orientation only: what anyone may do is decided by
 * the server, for each request.
 */
export function guard(
  session: SessionState,
  to: Pick<RouteLocationNormalized, 'meta' | 'fullPath' | 'name'>,
): true | RouteLocationRaw {
  const { access } = to.meta
  switch (session.phase) {
    case 'unknown':
    case 'unreachable':
      return true
    case 'signed-out':
    case 'lost':
      if (access === 'anyone') return true
      return {
        name: 'sign-in',
        ...(to.fullPath !== '/' && { query: { next: to.fullPath } }),
      }
    case 'signed-in':
      if (session.user.role === 'pending') return access === 'pending' || { name: 'pending' }
      if (access === 'anyone' || access === 'pending') return { name: 'new-chat' }
      return (
        access !== 'admin' ||
        session.user.role === 'admin' || { name: 'not-found', params: { path: ['404'] } }
      )
  }
}

/** The page wanted before signing in. Only a path of ours: an address from a link could lead anywhere. */
export function nextPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}
