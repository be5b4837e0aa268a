import { describe, expect, it } from 'vitest'
import type { RouteMeta } from 'vue-router'
import type { SessionState } from '@/features/auth/stores/use-session'
import './router'
import { guard, nextPath } from './guard'

const to = (access?: RouteMeta['access'], fullPath = '/c/1') => ({
  fullPath,
  name: 'x',
  meta: access ? { access } : {},
})
const signedIn = (role: 'admin' | 'user' | 'pending'): SessionState => ({
  phase: 'signed-in',
  user: { id: 'u', email: 'a@b.c', display_name: '', role, language: 'en', created_at: '' },
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
