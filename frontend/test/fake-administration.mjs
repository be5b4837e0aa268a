// People and settings of the house at the FAKE server.
import { adminView } from './fake-accounts.mjs'
import { json, nothing, page, problem, refuseUnknown } from './fake-http.mjs'

/** @typedef {import('./fake-http.mjs').Item} Item */
/** @typedef {import('./fake-accounts.mjs').FakeAccounts} FakeAccounts */
/** @typedef {import('./fake-server.mjs').Call} Call */

/** @param {FakeAccounts} accounts @param {Call} call */
export function administerUsers(accounts, { request, response, body, parts, query }) {
  const [, , id, what] = parts
  if (!id) {
    const wanted = (query.get('query') ?? '').toLowerCase()
    const role = query.get('role')
    const found = accounts.users.filter(
      (user) =>
        `${user.email} ${user.display_name}`.toLowerCase().includes(wanted) &&
        (role === null || user.role === role),
    )
    return json(response, 200, page(found.map(adminView)))
  }
  const user = accounts.users.find((known) => known.id === id)
  if (!user) return problem(response, 404, 'not_found')
  switch (`${request.method} ${what ?? ''}`) {
    case 'PATCH ': {
      if (refuseUnknown(response, body, ['role', 'active'])) return
      const after = { ...user, ...body }
      const others = accounts.users.filter((known) => known !== user)
      if (![...others, after].some((known) => known.role === 'admin' && known.active)) {
        return problem(response, 409, 'last_administrator')
      }
      Object.assign(user, body)
      if (!user.active) accounts.end((session) => session.user === user)
      return json(response, 200, adminView(user))
    }
    case 'POST reset-link': {
      const url = `http://${request.headers.host}/reset#token=${encodeURIComponent(user.email)}`
      const expiry = new Date(Date.now() + 86_400_000).toISOString()
      return json(response, 201, { url, expires_at: expiry })
    }
    case 'DELETE sessions':
      accounts.end((session) => session.user === user)
      return nothing(response)
    case 'DELETE totp':
      user.totp_enabled = false
      return nothing(response)
    default:
      return json(response, 200, adminView(user))
  }
}

/** @param {FakeAccounts} accounts @param {Call} call */
export function administerSettings(accounts, { request, response, body, parts }) {
  const settings = /** @type {Item} */ (accounts.settings)
  const key = parts[2]
  const view = (/** @type {string} */ name) => ({ key: name, value: settings[name] })
  if (!key) return json(response, 200, page(Object.keys(settings).map(view)))
  if (!(key in settings)) return problem(response, 404, 'not_found')
  if (request.method !== 'PUT') return problem(response, 405, 'method_not_allowed')
  if (refuseUnknown(response, body, ['value'])) return
  if (
    key === 'registration_domains' &&
    body.value.some((/** @type {string} */ d) => !/\./.test(d))
  ) {
    return problem(response, 400, 'validation_failed', [
      { field: 'value', code: 'invalid', message: 'holds something else than domains' },
    ])
  }
  if (key === 'email_verification' && body.value && !accounts.mail) {
    return problem(response, 409, 'mail_not_configured')
  }
  settings[key] = body.value
  return json(response, 200, view(key))
}
