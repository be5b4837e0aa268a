import { setAccessToken } from './access-token'
import { request } from './http'

export interface User {
  id: string
  email: string
  display_name: string | null
  role: 'admin' | 'user' | 'pending'
  language: string | null
  created_at: string
}

export interface Credentials {
  email: string
  password: string
}

export interface Registration extends Credentials {
  display_name?: string
  language?: string
}

interface Session {
  user: User
  access_token: string
}

export function register(registration: Registration): Promise<User> {
  return openSession('/auth/register', registration)
}

export function signIn(credentials: Credentials): Promise<User> {
  return openSession('/auth/login', credentials)
}

/** Ends the session at the server; the token is forgotten only when the server has agreed. */
export async function signOut(): Promise<void> {
  await request('POST', '/auth/logout')
  setAccessToken(null)
}

export function currentUser(): Promise<User> {
  return request('GET', '/auth/me')
}

async function openSession(path: string, body: object): Promise<User> {
  const session = await request<Session>('POST', path, { body, anonymous: true })
  setAccessToken(session.access_token)
  return session.user
}
