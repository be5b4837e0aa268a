// What anybody may call at the FAKE server. The tokens of its links are the e-mails of their accounts.
import { randomUUID } from 'node:crypto'
import { commonPassword, takeCode } from './fake-accounts.mjs'
import { json, nothing, problem, refuseUnknown } from './fake-http.mjs'

/** @typedef {import('./fake-http.mjs').Item} Item */
/** @typedef {import('./fake-http.mjs').Response} Response */
/** @typedef {import('./fake-accounts.mjs').FakeAccounts} FakeAccounts */
/** @typedef {import('./fake-server.mjs').Call} Call */

const SHORTEST = 10

/** @param {FakeAccounts} accounts @param {Response} response @param {Item} session @param {object} [more] */
function grant(accounts, response, session, more = {}) {
  const access = randomUUID()
  session.used.add(session.refresh)
  session.refresh = randomUUID()
  accounts.tokens.set(access, session)
  const cookie = `rechat_refresh=${session.refresh}; Path=/api/v1/auth; HttpOnly; SameSite=Strict`
  response.setHeader('set-cookie', cookie)
  return { ...more, access_token: access, token_type: 'Bearer', expires_in: 900 }
}

/** What anybody may call. @param {FakeAccounts} accounts @param {Call} call @returns {boolean} whether it was one of them */
export function openRoute(accounts, { request, response, body, parts }) {
  const agent = request.headers['user-agent']
  switch (parts.slice(1).join('/')) {
    case 'options': {
      const { registration, email_verification } = accounts.settings
      const rest = { password_min_length: SHORTEST, mail: accounts.mail, email_verification }
      json(response, 200, { registration, ...rest })
      return true
    }
    case 'register':
      register(accounts, response, body, agent)
      return true
    case 'login':
      signIn(accounts, response, body, agent)
      return true
    case 'refresh':
      refresh(accounts, response, refreshCookie(request))
      return true
    case 'logout': {
      const cookie = refreshCookie(request)
      accounts.end((session) => session.refresh === cookie)
      response.setHeader('set-cookie', 'rechat_refresh=; Path=/api/v1/auth; HttpOnly; Max-Age=0')
      nothing(response)
      return true
    }
    case 'password/forgot':
      if (!accounts.mail) problem(response, 409, 'mail_not_configured')
      else json(response, 202, {})
      return true
    case 'password/reset':
    case 'email/verify': {
      const user = accounts.users.find((known) => known.email === body.token)
      if (!user) problem(response, 400, 'invalid_link')
      else if (parts[1] === 'email') user.email_verified = true
      else if (commonPassword(response, 'new_password', body.new_password)) return true
      else user.password = body.new_password
      if (user) nothing(response)
      return true
    }
    default:
      return false
  }
}

/** @param {import('node:http').IncomingMessage} request */
const refreshCookie = (request) =>
  /rechat_refresh=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''

/** @param {FakeAccounts} accounts @param {Response} response @param {Item} body @param {string | undefined} agent */
function register(accounts, response, body, agent) {
  if (refuseUnknown(response, body, ['email', 'password', 'display_name', 'language'])) return
  const { registration, registration_domains: domains } = accounts.settings
  const first = accounts.users.length === 0
  if (!first && registration === 'closed') return problem(response, 403, 'registration_closed')
  if (domains.length > 0 && !domains.includes(body.email.split('@')[1])) {
    return problem(response, 403, 'email_domain_refused')
  }
  if (accounts.users.some((known) => known.email === body.email)) {
    return problem(response, 409, 'email_taken')
  }
  if (commonPassword(response, 'password', body.password)) return
  const role = first ? 'admin' : registration === 'approval' ? 'pending' : 'user'
  const verified = !accounts.settings.email_verification
  const user = accounts.addUser({ ...body, role, email_verified: verified })
  const session = accounts.addSession(user, agent)
  json(response, 201, grant(accounts, response, session, { user: accounts.view(user) }))
}

/** @param {FakeAccounts} accounts @param {Response} response @param {Item} body @param {string | undefined} agent */
function signIn(accounts, response, body, agent) {
  if (body.email === 'hasty@example.com') {
    response.setHeader('retry-after', '95')
    return problem(response, 429, 'too_many_attempts')
  }
  const user = accounts.users.find(
    (known) => known.email === body.email && known.password === body.password,
  )
  if (!user) return problem(response, 401, 'invalid_credentials')
  if (!user.active) return problem(response, 403, 'account_disabled')
  if (user.totp_enabled && !body.totp) return problem(response, 401, 'totp_required')
  if (user.totp_enabled && !takeCode(user, body.totp)) return problem(response, 401, 'invalid_totp')
  const session = accounts.addSession(user, agent)
  json(response, 200, grant(accounts, response, session, { user: accounts.view(user) }))
}

/** @param {FakeAccounts} accounts @param {Response} response @param {string} cookie */
function refresh(accounts, response, cookie) {
  const session = accounts.sessions.find((known) => known.refresh === cookie)
  if (session) return json(response, 200, grant(accounts, response, session))
  const stolen = accounts.sessions.find((known) => known.used.has(cookie))
  if (stolen) {
    accounts.thefts += 1
    accounts.end((known) => known === stolen)
  }
  problem(response, 401, 'invalid_refresh_token')
}
