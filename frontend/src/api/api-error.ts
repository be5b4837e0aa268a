/** One field the server refused, from a problem body's `errors`. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** Codes made in the browser, where no answer of the API exists or it makes no sense. */
export type ClientErrorCode =
  'network_error' | 'request_timeout' | 'unexpected_answer' | 'stream_malformed' | 'stream_cut'

/**
 * A request that did not succeed. `code` is stable and chooses the sentence people read; `detail` is
 * English, for developers. `status` is 0 when no answer arrived at all.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string | null = null,
    readonly requestId: string | null = null,
    readonly errors: readonly FieldError[] = [],
    options?: ErrorOptions,
    /** Seconds until a repetition makes sense, where the server tells it. */
    readonly retryAfter: number | null = null,
    /** When what is used up begins anew, where the server tells it. */
    readonly resetsAt: string | null = null,
  ) {
    super(`${code} (${status})${detail ? `: ${detail}` : ''}`, options)
  }

  static client(code: ClientErrorCode, cause?: unknown): ApiError {
    return new ApiError(code, 0, null, null, [], { cause })
  }
}

/** What a gateway or proxy before the API refuses in words of its own, and people can do something about. */
const REFUSED_BEFORE: Readonly<Record<number, string>> = {
  413: 'payload_too_large',
  429: 'rate_limited',
}

/** Reads a problem+json body; of an answer that is none (a proxy's HTML page) the status says what it can. */
export async function toApiError(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id')
  const body = await readProblem(response)
  if (typeof body?.code !== 'string') {
    const code = REFUSED_BEFORE[response.status] ?? 'unexpected_answer'
    const retryAfter = secondsOf(response.headers.get('retry-after'))
    return new ApiError(code, response.status, null, requestId, [], undefined, retryAfter)
  }
  return new ApiError(
    body.code,
    response.status,
    typeof body.detail === 'string' ? body.detail : null,
    typeof body.request_id === 'string' ? body.request_id : requestId,
    Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    undefined,
    secondsOf(response.headers.get('retry-after')),
    typeof body.resets_at === 'string' ? body.resets_at : null,
  )
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}

async function readProblem(response: Response): Promise<Record<string, unknown> | null> {
  if (!response.headers.get('content-type')?.includes('json')) return null
  try {
    const body: unknown = await response.json()
    return isRecord(body) ? body : null
  } catch {
    // A body cut short or not JSON after all: the status still tells what happened.
    return null
  }
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.field === 'string' && typeof value.code === 'string'
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
