import { accessToken, loseSession, setAccessToken } from './access-token'
import { ApiError, isRecord, toApiError } from './api-error'

const API_ROOT = `${import.meta.env.VITE_API_ORIGIN ?? ''}/api/v1`
const REQUEST_TIMEOUT_MS = 30_000

export interface RequestOptions {
  body?: object
  query?: Record<string, string | number | null | undefined>
  signal?: AbortSignal
  /** For the calls that make a session: no token is sent and a 401 is the answer, not a reason to refresh. */
  anonymous?: boolean
}

/**
 * One JSON call. Resolves to the decoded body, or to `undefined` for an empty one.
 * Throws `ApiError`, or an `AbortError` when `signal` fires.
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const url = apiUrl(path, options.query)
  const init = requestInit(method, options)
  const send = (headers: Headers) => exchange(url, { ...init, headers }, options.signal)
  const response = options.anonymous
    ? await send(jsonHeaders(options))
    : await withAuthorization(jsonHeaders(options), send)
  if (!response.ok) throw await toApiError(response)
  return decode<T>(response)
}

/** The bytes at an address. Large ones may take their time, so only `signal` ends it. Throws `ApiError`. */
export async function getBlob(path: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await withAuthorization(new Headers(), (headers) =>
      fetch(apiUrl(path), { credentials: 'include', headers, signal }),
    )
    if (!response.ok) throw await toApiError(response)
    return await response.blob()
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error
    throw ApiError.client('network_error', error)
  }
}

/**
 * Sends with the access token. When the answer is 401 the session is refreshed once and the call made
 * once more. Safe for chat too: a 401 is given before anything has been stored.
 */
export async function withAuthorization(
  headers: Headers,
  send: (headers: Headers) => Promise<Response>,
): Promise<Response> {
  const used = accessToken()
  const response = await send(authorized(headers))
  if (response.status !== 401) return response
  // Another call may have refreshed meanwhile; then its token is the one to try.
  const refreshed = accessToken() !== used || (await refreshSession())
  if (!refreshed) return response
  await response.body?.cancel()
  return send(authorized(headers))
}

let refreshing: Promise<boolean> | null = null

/**
 * Exchanges the refresh cookie for an access token. Calls that come while one is under way share it.
 * `false` means that there is no session; a server that cannot be reached throws and keeps the session.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= oneTabAtATime(refresh).finally(() => {
    refreshing = null
  })
  return refreshing
}

async function refresh(): Promise<boolean> {
  try {
    const answer = await request<{ access_token: string }>('POST', '/auth/refresh', {
      anonymous: true,
    })
    setAccessToken(answer.access_token)
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 401 && error.status !== 403)) throw error
    loseSession()
    return false
  }
}

/**
 * The refresh cookie rotates, and using a rotated one ends the session as theft. All tabs share the
 * cookie, so they must not refresh at the same moment. Without the Locks API (plain http) tabs are on their own.
 */
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  // The lib types promise `locks`, browsers do so only in secure contexts.
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? await locks.request('rechat-refresh', work) : await work()
}

async function exchange(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
  try {
    return await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw ApiError.client(timeout.aborted ? 'request_timeout' : 'network_error', error)
  }
}

async function decode<T>(response: Response): Promise<T> {
  try {
    const text = await response.text()
    // The types of the resources are the contract of docs/api.md; the wire is not checked twice.
    return (text === '' ? undefined : JSON.parse(text)) as T
  } catch (error) {
    throw new ApiError(
      'unexpected_answer',
      response.status,
      'The body is not JSON.',
      response.headers.get('x-request-id'),
      [],
      { cause: error },
    )
  }
}

export function apiUrl(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value))
  }
  return `${API_ROOT}${path}${search.size > 0 ? `?${search.toString()}` : ''}`
}

function requestInit(method: string, { body }: RequestOptions): RequestInit {
  return {
    method,
    credentials: 'include',
    ...(isRecord(body) && { body: JSON.stringify(body) }),
  }
}

function jsonHeaders({ body }: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (body) headers.set('content-type', 'application/json')
  return headers
}

function authorized(headers: Headers): Headers {
  const copy = new Headers(headers)
  const token = accessToken()
  if (token) copy.set('authorization', `Bearer ${token}`)
  return copy
}
