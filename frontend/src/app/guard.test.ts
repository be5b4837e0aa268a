import { describe, expect, it } from 'vitest'
import type { RouteMeta } from 'vue-router'
import type { Role, User } from '@/api/auth'
import type { SessionState } from '@/features/auth/stores/use-session'
import './router'
import { guard, nextPath } from './guard'

const to = (access?: RouteMeta['access'], fullPath = '/c/1') => ({
  fullPath,
  name: 'x',
  meta: access ? { access } : {},
})
const signedIn = (role: Role, more: Partial<User> = {}): SessionState => ({
  phase: 'signed-in',
  user: {
    id: 'u',
    email: 'a@b.c',
    display_name: '',
    role,
    language: 'en',
    created_at: '',
    ...more,
  },
})

describe('guard', () => {
  it('asks a visitor to sign in and remembers the page', () => {
    expect(guard({ phase: 'signed-out' }, to())).toEqual({
      name: 'sign-in',
      query: { next: '/c/1' },
    })
  })

  it('lets a visitor see the sign-in page', () => {
    expect(guard({ phase: 'signed-out' }, to('visitor'))).toBe(true)
  })

  it('keeps a pending account on the waiting page', () => {
    expect(guard(signedIn('pending'), to())).toEqual({ name: 'pending' })
    expect(guard(signedIn('pending'), to('pending'))).toBe(true)
  })

  it.each([
    [{ email_verified: false }, 'unverified'],
    [{ email_verified: true, totp_enabled: false }, 'enrolment'],
  ] as const)('leads an account with %o and no permission to chat to %s', (more, page) => {
    const session = signedIn('admin', { permissions: ['self', 'account'], ...more })

    expect(guard(session, to())).toEqual({ name: page })
    expect(guard(session, to('admin'))).toEqual({ name: page })
    expect(guard(session, to(page))).toBe(true)
    expect(guard(session, to('account'))).toBe(true)
  })

  it('leaves nobody on a page of an obstacle that is gone', () => {
    const session = signedIn('user', { permissions: ['self', 'account', 'chat', 'read'] })

    expect(guard(session, to('unverified'))).toEqual({ name: 'new-chat' })
  })

  it('shows the pages of links to everybody', () => {
    expect(guard({ phase: 'signed-out' }, to('always'))).toBe(true)
    expect(guard(signedIn('pending'), to('always'))).toBe(true)
  })

  it('shows administration to administrators only', () => {
    expect(guard(signedIn('admin'), to('admin'))).toBe(true)
    expect(guard(signedIn('user'), to('admin'))).toMatchObject({ name: 'not-found' })
  })

  it('does not offer sign-in to someone signed in', () => {
    expect(guard(signedIn('user'), to('visitor'))).toEqual({ name: 'new-chat' })
  })
})

describe('nextPath', () => {
  it.each([
    ['/c/1', '/c/1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('of %s is %s', (next, path) => {
    expect(nextPath(next)).toBe(path)
  })
})
