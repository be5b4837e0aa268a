// What an account of the FAKE server may do with itself.
import { randomUUID } from 'node:crypto'
import { adminView, CODE, commonPassword, takeCode } from './fake-accounts.mjs'
import { json, nothing, page, problem, refuseUnknown } from './fake-http.mjs'

/** @typedef {import('./fake-http.mjs').Item} Item */
/** @typedef {import('./fake-http.mjs').Response} Response */
/** @typedef {import('./fake-accounts.mjs').FakeAccounts} FakeAccounts */
/** @typedef {import('./fake-server.mjs').Call} Call */

/** @param {Item} user */
function recoveryCodes(user) {
  user.recovery = Array.from({ length: 10 }, () => randomUUID().slice(0, 11).replace('-', 'x'))
  return { recovery_codes: user.recovery }
}

/** What an account may do with itself. @param {FakeAccounts} accounts @param {Call} call @param {Item} user */
export function ownRoute(accounts, { request, response, body, parts, query }, user) {
  const session = accounts.tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''))
  const route = `${request.method} ${parts.slice(1).join('/')}`
  switch (route) {
    case 'GET me':
      return json(response, 200, accounts.view(user))
    case 'PATCH me':
      if (refuseUnknown(response, body, ['display_name', 'language'])) return
      return json(response, 200, accounts.view(Object.assign(user, body)))
    case 'POST me/password':
      if (refuseWrong(response, user, body.current_password)) return
      if (commonPassword(response, 'new_password', body.new_password)) return
      user.password = body.new_password
      accounts.end((known) => known.user === user && known !== session)
      return nothing(response)
    case 'POST me/delete':
      if (refuseUnproven(response, user, body)) return
      accounts.end((known) => known.user === user)
      accounts.users = accounts.users.filter((known) => known !== user)
      return nothing(response)
    case 'GET me/export': {
      // Two pages, so that a client has to walk.
      const second = query.get('cursor') !== null
      const record = second
        ? { type: 'session', data: { id: session?.id } }
        : { type: 'account', data: adminView(user) }
      return json(response, 200, { data: [record], next_cursor: second ? null : 'more' })
    }
    case 'POST email/verification':
      return json(response, 202, {})
    case 'GET sessions': {
      const own = accounts.sessions.filter((known) => known.user === user)
      return json(response, 200, page(own.map((known) => sessionView(known, known === session))))
    }
    case 'DELETE sessions':
      accounts.end(
        (known) => known.user === user && (known !== session || query.get('others') !== 'true'),
      )
      return nothing(response)
    case 'POST totp': {
      if (refuseWrong(response, user, body.password)) return
      const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
      const uri = `otpauth://totp/ReChat:${user.email}?secret=${secret}&issuer=ReChat`
      return json(response, 200, { secret, uri })
    }
    case 'POST totp/confirm':
      if (body.code !== CODE) return problem(response, 401, 'invalid_totp')
      user.totp_enabled = true
      return json(response, 200, recoveryCodes(user))
    case 'POST totp/recovery-codes':
      if (refuseWrong(response, user, body.password)) return
      if (!takeCode(user, body.code)) return problem(response, 401, 'invalid_totp')
      return json(response, 200, recoveryCodes(user))
    case 'POST totp/remove':
      if (refuseWrong(response, user, body.password)) return
      if (!takeCode(user, body.code)) return problem(response, 401, 'invalid_totp')
      user.totp_enabled = false
      return nothing(response)
    case 'GET keys': {
      const own = accounts.keys.filter((key) => key.user === user)
      return json(response, 200, page(own.map(keyView)))
    }
    case 'POST keys': {
      const { password, totp, ...wanted } = body
      if (refuseUnknown(response, wanted, ['name', 'scopes', 'expires_at'])) return
      if (refuseUnproven(response, user, { password, totp })) return
      const key = { id: randomUUID(), user, identifier: randomUUID().slice(0, 12), ...wanted }
      Object.assign(key, { created_at: new Date().toISOString() })
      accounts.keys.push(key)
      const secret = `rk-${key.identifier}-${randomUUID()}`
      return json(response, 201, { ...keyView(key), key: secret })
    }
    default:
      return ownItem(accounts, response, route, user)
  }
}

/** @param {FakeAccounts} accounts @param {Response} response @param {string} route @param {Item} user */
function ownItem(accounts, response, route, user) {
  const [, what, id] = /^DELETE (sessions|keys)\/(.+)$/.exec(route) ?? []
  if (what === 'sessions') accounts.end((known) => known.user === user && known.id === id)
  else if (what === 'keys') accounts.keys = accounts.keys.filter((key) => key.id !== id)
  else return problem(response, 404, 'not_found')
  nothing(response)
}

/** @param {Item} session @param {boolean} current */
const sessionView = ({ id, user_agent, address, created_at, last_seen_at }, current) => ({
  id,
  user_agent,
  address,
  created_at,
  last_seen_at,
  current,
})

/** @param {Item} key */
const keyView = (key) =>
  Object.fromEntries(Object.entries(key).filter(([field]) => field !== 'user'))

/** @param {Response} response @param {Item} user @param {string} password */
function refuseWrong(response, user, password) {
  if (user.password === password) return false
  problem(response, 403, 'wrong_password')
  return true
}

/** Password, and code where there is a second factor. @param {Response} response @param {Item} user @param {Item} proof */
function refuseUnproven(response, user, { password, totp }) {
  if (refuseWrong(response, user, password)) return true
  if (!user.totp_enabled || takeCode(user, totp)) return false
  problem(response, 401, totp ? 'invalid_totp' : 'totp_required')
  return true
}
