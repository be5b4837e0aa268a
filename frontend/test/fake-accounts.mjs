// The accounts of the FAKE server. The code of every second factor is 123456.
import { randomUUID } from 'node:crypto'
import { problem } from './fake-http.mjs'

/** @typedef {import('./fake-http.mjs').Item} Item */
/** @typedef {import('./fake-http.mjs').Response} Response */

export const CODE = '123456'

export class FakeAccounts {
  /** @type {Item[]} */ users = []
  /** Access token → session. @type {Map<string, Item>} */ tokens = new Map()
  /** @type {Item[]} */ sessions = []
  /** @type {Item[]} */ keys = []
  settings = {
    registration: 'open',
    registration_domains: /** @type {string[]} */ ([]),
    email_verification: false,
    admins_need_totp: false,
    sharing: 'members',
  }
  mail = true
  /** How often a rotated refresh token came again. */ thefts = 0
  #id

  /** @param {() => string} id */
  constructor(id) {
    this.#id = id
  }

  /** @param {string} access */
  userOf(access) {
    return this.tokens.get(access)?.user
  }

  /** @param {Item} given */
  addUser(given) {
    const user = {
      id: this.#id(),
      display_name: '',
      role: 'user',
      active: true,
      language: 'en',
      email_verified: true,
      totp_enabled: false,
      created_at: new Date().toISOString(),
      ...given,
    }
    this.users.push(user)
    return user
  }

  /** @param {Item} user @param {string | undefined} agent @param {string} [address] */
  addSession(user, agent, address = '192.0.2.7') {
    const now = new Date().toISOString()
    const about = { user_agent: agent ?? '', address, created_at: now, last_seen_at: now }
    const session = { id: this.#id(), user, refresh: randomUUID(), used: new Set(), ...about }
    this.sessions.push(session)
    return session
  }

  /** @param {(session: Item) => boolean} which */
  end(which) {
    for (const [token, session] of this.tokens) if (which(session)) this.tokens.delete(token)
    this.sessions = this.sessions.filter((session) => !which(session))
  }

  /** @param {Item} user */
  obstacleOf(user) {
    if (user.role === 'pending') return 'account_pending'
    if (this.settings.email_verification && !user.email_verified) return 'email_unverified'
    const needed = this.settings.admins_need_totp && user.role === 'admin'
    return needed && !user.totp_enabled ? 'totp_enrollment_required' : null
  }

  /** @param {Item} user */
  view(user) {
    const all = [
      'self',
      'account',
      'chat',
      'read',
      ...(user.role === 'admin' ? ['administer'] : []),
    ]
    const permissions = this.obstacleOf(user) ? ['self', 'account'] : all
    return { ...adminView(user), permissions }
  }
}

/** @param {Item} user */
export const adminView = ({ id, email, display_name, role, active, language, ...rest }) => {
  const { email_verified, totp_enabled, created_at } = rest
  const flags = { email_verified, totp_enabled, created_at }
  return { id, email, display_name, role, active, language, ...flags }
}

/** @param {Response} response @param {string} field @param {string} password */
export function commonPassword(response, field, password) {
  if (!/^password\d*$/.test(password)) return false
  problem(response, 400, 'validation_failed', [
    { field, code: 'common_password', message: 'is too common' },
  ])
  return true
}

/** @param {Item} user @param {string} code */
export function takeCode(user, code) {
  if (code === CODE) return true
  const known = user.recovery?.includes(code) === true
  if (known) user.recovery = user.recovery.filter((/** @type {string} */ each) => each !== code)
  return known
}
