import { request } from './http'

/** A secret that is not asked for yet: it takes a first code to confirm it. */
export interface Enrolment {
  secret: string
  uri: string
}

interface Codes {
  recovery_codes: string[]
}

export function enrolSecondFactor(password: string): Promise<Enrolment> {
  return request('POST', '/auth/totp', { body: { password } })
}

/** Switches the second factor on; the recovery codes are told this once. */
export async function confirmSecondFactor(code: string): Promise<string[]> {
  const answer = await request<Codes>('POST', '/auth/totp/confirm', { body: { code } })
  return answer.recovery_codes
}

/** Makes new recovery codes; the old ones are void. */
export async function renewRecoveryCodes(password: string, code: string): Promise<string[]> {
  const body = { password, code }
  const answer = await request<Codes>('POST', '/auth/totp/recovery-codes', { body })
  return answer.recovery_codes
}

export function removeSecondFactor(password: string, code: string): Promise<void> {
  return request('POST', '/auth/totp/remove', { body: { password, code } })
}
