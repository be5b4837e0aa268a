import { request } from './http'

/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
export function forgotPassword(email: string): Promise<void> {
  return request('POST', '/auth/password/forgot', { body: { email }, anonymous: true })
}

export function resetPassword(token: string, password: string): Promise<void> {
  const body = { token, new_password: password }
  return request('POST', '/auth/password/reset', { body, anonymous: true })
}

export function verifyEmail(token: string): Promise<void> {
  return request('POST', '/auth/email/verify', { body: { token }, anonymous: true })
}

/** Sends the link that verifies the e-mail of the signed-in account once more. */
export function sendVerification(): Promise<void> {
  return request('POST', '/auth/email/verification')
}
