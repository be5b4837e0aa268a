import type { User } from '@/api/auth'

/** What keeps an account from more than its own affairs, by the code the server refuses with. */
export const OBSTACLES = [
  'account_pending',
  'email_unverified',
  'totp_enrollment_required',
] as const
export type Obstacle = (typeof OBSTACLES)[number]

export function isObstacle(code: string): code is Obstacle {
  return (OBSTACLES as readonly string[]).includes(code)
}

/** The one in the way of this account now. Several are told one after the other, as the server does. */
export function obstacleOf(user: User): Obstacle | null {
  if (user.role === 'pending') return 'account_pending'
  if (!user.permissions || user.permissions.includes('chat')) return null
  return user.email_verified === false ? 'email_unverified' : 'totp_enrollment_required'
}
