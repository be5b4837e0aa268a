import { accessToken, accountOf, loseSession, renewAccessToken } from './access-token'
import { ApiError, isRecord, toApiError } from './api-error'
import { fileNameOf } from './file-name'
import { onceMore } from './once-more'
import { markedAsRefreshing, otherRefreshIsOver } from './refresh-marker'
import { listenToTabs, oneTabAtATime, tellTabs } from './tabs'

const API_ROOT = `${import.meta.env.VITE_API_ORIGIN ?? ''}/api/v1`
const REQUEST_TIMEOUT_MS = 30_000

export interface RequestOptions {
  /** An object is sent as JSON, a file as it is: of the type `mediaType`, which is JSON where nothing is said. */
  body?: object | Blob
  mediaType?: string
  query?: Record<string, string | number | null | undefined>
  signal?: AbortSignal
  /** For the calls that make a session: no token is sent and a 401 is the answer, not a reason to refresh. */
  anonymous?: boolean
  /** The request and the cookies of its answer outlive the page. */
  keepalive?: boolean
  /** For what takes longer than a moment; 30 seconds otherwise. */
  timeoutMs?: number
  /** Whether the same may be sent twice: what reads may, and what says so here. */
  repeatable?: boolean
}

/**
 * One JSON call. Resolves to the decoded body, or to `undefined` for an empty one.
 * Throws `ApiError`, or an `AbortError` when `signal` fires.
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const url = apiUrl(path, options.query)
  const init = requestInit(method, options)
  const { repeatable = method === 'GET', signal = new AbortController().signal } = options
  const send = (headers: Headers) => {
    const once = () => exchange(url, { ...init, headers }, options)
    return repeatable ? onceMore(once, signal) : once()
  }
  const response = options.anonymous
    ? await send(jsonHeaders(options))
    : await withAuthorization(jsonHeaders(options), send)
  if (!response.ok) throw await refusal(response)
  return decode<T>(response)
}

let refused: (error: ApiError) => void = () => undefined

/** Called with every refusal of a JSON call, so that the app can see what has become of the account. */
export function onRefusal(listener: (error: ApiError) => void): void {
  refused = listener
}

async function refusal(response: Response): Promise<ApiError> {
  const error = await toApiError(response)
  refused(error)
  return error
}

/** The bytes at an address. Large ones may take their time, so only `signal` ends it. Throws `ApiError`. */
export async function getBlob(path: string, signal: AbortSignal): Promise<Blob> {
  return (await getFile(path, signal)).blob
}

/** The same with the name that the server has for them; null where it tells none. */
export function getFile(path: string, signal: AbortSignal): Promise<NamedBlob> {
  return exchangeBlob(path, {}, new Headers(), signal)
}

/** The bytes that are made for what is sent, as `getBlob` gets them. */
export async function postForBlob(path: string, body: object, signal: AbortSignal): Promise<Blob> {
  const headers = new Headers({ 'content-type': 'application/json' })
  const sent = { method: 'POST', body: JSON.stringify(body) }
  return (await exchangeBlob(path, sent, headers, signal)).blob
}

export interface NamedBlob {
  blob: Blob
  name: string | null
}

async function exchangeBlob(
  path: string,
  init: RequestInit,
  headers: Headers,
  signal: AbortSignal,
): Promise<NamedBlob> {
  try {
    const response = await withAuthorization(headers, (authorized) =>
      fetch(apiUrl(path), { ...init, credentials: 'include', headers: authorized, signal }),
    )
    if (!response.ok) throw await toApiError(response)
    const name = fileNameOf(response.headers.get('content-disposition'))
    return { blob: await response.blob(), name }
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
  if (!(await tokenRefused(response))) return response
  // Another call may have refreshed meanwhile; then its token is the one to try.
  const refreshed = accessToken() !== used || (await refreshSession())
  // Another account may have signed in here meanwhile; what was meant for the one is not sent for the other.
  if (!refreshed || accountOf(accessToken()) !== accountOf(used)) return response
  await response.body?.cancel()
  return send(authorized(headers))
}

/** A 401 may also speak of a code that was mistyped; then the same again would only be a second attempt. */
async function tokenRefused(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const { code } = await toApiError(response.clone())
  return code === 'unauthenticated' || code === 'unexpected_answer'
}

let refreshing: Promise<boolean> | null = null

/**
 * Exchanges the refresh cookie for an access token. Calls that come while one is under way share it, in
 * this tab and in the others. `false` means that there is no session; a server that cannot be reached
 * throws and keeps the session.
 */
export function refreshSession(): Promise<boolean> {
  const held = accessToken()
  refreshing ??= oneTabAtATime(() => refresh(held)).finally(() => {
    refreshing = null
  })
  return refreshing
}

async function refresh(held: string | null): Promise<boolean> {
  const toldByOther = () => accessToken() !== held
  await otherRefreshIsOver(toldByOther)
  // While this tab stood in line, another one has refreshed and told the token.
  if (toldByOther()) return accessToken() !== null
  try {
    const answer = await markedAsRefreshing(() =>
      request<{ access_token: string }>('POST', '/auth/refresh', {
        anonymous: true,
        keepalive: true,
        // Whether the first one was counted or not, the next would be asked with the same cookie.
        repeatable: true,
      }),
    )
    renewAccessToken(answer.access_token)
    tellTabs({ kind: 'renewed', token: answer.access_token })
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 401 && error.status !== 403)) throw error
    loseSession(error.code)
    return false
  }
}

listenToTabs((message) => {
  if (message.kind === 'ended') loseSession()
  else if (accessToken() !== null || refreshing) renewAccessToken(message.token)
})

async function exchange(
  url: string,
  init: RequestInit,
  { signal, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs)
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
  return `${API_ROOT}${apiPath(path, query)}`
}

/** A path below `/api/v1` with its query; what is null or undefined is left out. */
export function apiPath(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value))
  }
  return `${path}${search.size > 0 ? `?${search.toString()}` : ''}`
}

function requestInit(method: string, { body, keepalive }: RequestOptions): RequestInit {
  return {
    method,
    credentials: 'include',
    ...(keepalive && { keepalive }),
    ...(body instanceof Blob ? { body } : isRecord(body) && { body: JSON.stringify(body) }),
  }
}

function jsonHeaders({ body, mediaType = 'application/json' }: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (body) headers.set('content-type', mediaType)
  return headers
}

function authorized(headers: Headers): Headers {
  const copy = new Headers(headers)
  const token = accessToken()
  if (token) copy.set('authorization', `Bearer ${token}`)
  return copy
}
