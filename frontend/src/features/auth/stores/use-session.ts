import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { loseSession, onSessionLost } from '@/api/access-token'
import { ApiError } from '@/api/api-error'
import * as auth from '@/api/auth'
import { refreshSession } from '@/api/http'

/**
 * `unreachable`: whether there is a session could not be found out; nothing is thrown away.
 * `lost`: there was one while the app was open, and the server has ended it.
 */
export type SessionState =
  | { phase: 'unknown' }
  | { phase: 'unreachable' }
  | { phase: 'signed-out' }
  | { phase: 'lost' }
  | { phase: 'signed-in'; user: auth.User }

export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>({ phase: 'unknown' })
  const user = computed(() => (state.value.phase === 'signed-in' ? state.value.user : null))
  const isAdmin = computed(() => user.value?.role === 'admin')
  const signingOut = ref(false)

  onSessionLost(() => {
    state.value = { phase: 'lost' }
  })

  /** Finds out, once per page load, whether the refresh cookie still opens a session. */
  async function restore(): Promise<void> {
    if (state.value.phase !== 'unknown' && state.value.phase !== 'unreachable') return
    try {
      state.value = (await refreshSession())
        ? { phase: 'signed-in', user: await auth.currentUser() }
        : { phase: 'signed-out' }
    } catch (error) {
      state.value =
        error instanceof ApiError && error.status === 401
          ? { phase: 'signed-out' }
          : { phase: 'unreachable' }
    }
  }

  async function signIn(credentials: auth.Credentials): Promise<void> {
    state.value = { phase: 'signed-in', user: await auth.signIn(credentials) }
  }

  async function register(registration: auth.Registration): Promise<void> {
    state.value = { phase: 'signed-in', user: await auth.register(registration) }
  }

  /** Reads the account anew, for example to see whether it has been approved. */
  async function reload(): Promise<void> {
    // The role is in the token, so a new role needs a new token.
    if (await refreshSession()) state.value = { phase: 'signed-in', user: await auth.currentUser() }
  }

  /** Throws `ApiError` and stays signed in when the server could not be told. */
  async function signOut(): Promise<void> {
    signingOut.value = true
    try {
      await auth.signOut()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      loseSession()
    } finally {
      signingOut.value = false
    }
    state.value = { phase: 'signed-out' }
  }

  return { state, user, isAdmin, signingOut, restore, signIn, register, reload, signOut }
})
