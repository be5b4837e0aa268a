import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { onAccountChanged, onSessionLost } from '@/api/access-token'
import { ApiError } from '@/api/api-error'
import * as auth from '@/api/auth'
import { changeMe } from '@/api/account'
import { onRefusal, refreshSession } from '@/api/http'
import { chooseLocale } from '@/i18n'
import type { Locale } from '@/i18n/locale'
import { isObstacle, obstacleOf } from '../obstacle'

/**
 * `unreachable`: whether there is a session could not be found out; nothing is thrown away.
 * `lost`: there was one while the app was open, and it has ended; `reason` is the server's code.
 */
export type SessionState =
  | { phase: 'unknown' }
  | { phase: 'unreachable' }
  | { phase: 'signed-out' }
  | { phase: 'lost'; reason?: string | null }
  | { phase: 'signed-in'; user: auth.User }

export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>({ phase: 'unknown' })
  const user = computed(() => (state.value.phase === 'signed-in' ? state.value.user : null))
  const isAdmin = computed(() => user.value?.role === 'admin')
  const obstacle = computed(() => (user.value ? obstacleOf(user.value) : null))
  const signingOut = ref(false)

  onSessionLost((reason) => {
    state.value = { phase: 'lost', reason }
  })
  onAccountChanged(comeOver)
  // What was refused may have changed while the app was open: an approval taken back, a new rule of the house.
  onRefusal((error) => {
    if (isObstacle(error.code) && obstacle.value !== error.code) void reloadQuietly()
  })

  let restoring: Promise<void> | null = null

  /** Finds out, once per page load, whether the refresh cookie still opens a session. */
  function restore(): Promise<void> {
    if (state.value.phase !== 'unknown' && state.value.phase !== 'unreachable') {
      return Promise.resolve()
    }
    restoring ??= findSession().finally(() => {
      restoring = null
    })
    return restoring
  }

  async function findSession(): Promise<void> {
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

  /** Another account has signed in in this browser: nothing of the one before stays on the screen meanwhile. */
  async function comeOver(): Promise<void> {
    state.value = { phase: 'unknown' }
    try {
      state.value = { phase: 'signed-in', user: await auth.currentUser() }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      state.value = error.status === 401 ? { phase: 'signed-out' } : { phase: 'unreachable' }
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
    const found = await auth.currentUser()
    if (state.value.phase === 'signed-in') state.value = { phase: 'signed-in', user: found }
  }

  /** Switches the language at once and has the account remember it: mails are written in it. */
  async function chooseLanguage(language: Locale): Promise<void> {
    await chooseLocale(language)
    if (!user.value || user.value.language === language) return
    try {
      const changed = await changeMe({ language })
      if (state.value.phase === 'signed-in') state.value = { phase: 'signed-in', user: changed }
    } catch (error) {
      // It holds in this browser; the settings page offers it again and shows why it is not kept.
      if (!(error instanceof ApiError)) throw error
    }
  }

  async function reloadQuietly(): Promise<void> {
    try {
      await reload()
    } catch (error) {
      // What is shown stays; the next refusal asks again.
      if (!(error instanceof ApiError)) throw error
    }
  }

  /** Throws `ApiError` and stays signed in when the server could not be told. */
  async function signOut(): Promise<void> {
    signingOut.value = true
    try {
      await auth.signOut()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
    } finally {
      signingOut.value = false
    }
    leave()
  }

  /** The server has ended the session: its device was signed out, or its account is gone. */
  function leave(): void {
    auth.endHere()
    state.value = { phase: 'signed-out' }
  }

  return {
    state,
    user,
    isAdmin,
    obstacle,
    signingOut,
    restore,
    signIn,
    register,
    reload,
    reloadQuietly,
    chooseLanguage,
    signOut,
    leave,
  }
})
