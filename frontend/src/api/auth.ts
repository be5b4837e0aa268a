import { setAccessToken } from './access-token'
import type { Schema } from './call'
import { request } from './http'
import { tellTabs } from './tabs'

export interface User {
  id: string
  email: string
  display_name: string | null
  role: Role
  language: string | null
  created_at: string
  email_verified?: boolean
  totp_enabled?: boolean
  /** What the account may do now: less than its role allows while something is in the way. */
  permissions?: string[]
}

export type Role = 'admin' | 'user' | 'pending'

export interface Credentials {
  email: string
  password: string
  /** The six digits of the second factor, or a recovery code. */
  totp?: string
}

export interface Registration {
  email: string
  password: string
  display_name?: string
  language?: string
}

/** What somebody who is not signed in may know about the house. */
export type AuthOptions = Schema<'OptionsView'>

interface Session {
  user: User
  access_token: string
}

export function authOptions(): Promise<AuthOptions> {
  return request('GET', '/auth/options', { anonymous: true })
}

export function register(registration: Registration): Promise<User> {
  return openSession('/auth/register', registration)
}

export function signIn(credentials: Credentials): Promise<User> {
  return openSession('/auth/login', credentials)
}

/** Ends the session at the server; the token is to be forgotten only when the server has agreed. */
export function signOut(): Promise<void> {
  return request('POST', '/auth/logout')
}

/** Forgets a session that the server has ended, in every tab. */
export function endHere(): void {
  setAccessToken(null)
  tellTabs({ kind: 'ended' })
}

export function currentUser(): Promise<User> {
  return request('GET', '/auth/me')
}

async function openSession(path: string, body: object): Promise<User> {
  const session = await request<Session>('POST', path, { body, anonymous: true })
  setAccessToken(session.access_token)
  return session.user
}
