import { ApiError, toApiError } from './api-error'
import { apiUrl, withAuthorization } from './http'

export interface Sending {
  signal: AbortSignal
  /** Told how much of it is sent, from 0 to 1. */
  onProgress?: (sent: number) => void
}

/**
 * Posts files and fields. By XMLHttpRequest, because `fetch` does not tell how much has been sent; the token is
 * handled as for every other call. Only `signal` ends it: a large file may take its time. Throws `ApiError`, or an
 * `AbortError` when `signal` fires.
 */
export async function postForm<T>(
  path: string,
  fields: Record<string, string | File>,
  { signal, onProgress = () => undefined }: Sending,
): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const response = await withAuthorization(new Headers({ accept: 'application/json' }), (headers) =>
    send(apiUrl(path), headers, form, signal, onProgress),
  )
  if (!response.ok) throw await toApiError(response)
  try {
    return (await response.json()) as T
  } catch (error) {
    throw ApiError.client('unexpected_answer', error)
  }
}

function send(
  url: string,
  headers: Headers,
  form: FormData,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const xhr = new XMLHttpRequest()
    const abort = () => {
      xhr.abort()
    }
    xhr.open('POST', url)
    xhr.withCredentials = true
    headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value)
    })
    xhr.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    }
    xhr.onload = () => {
      resolve(answerOf(xhr))
    }
    xhr.onerror = () => {
      reject(ApiError.client('network_error'))
    }
    xhr.onabort = () => {
      reject(signal.reason as Error)
    }
    xhr.onloadend = () => {
      signal.removeEventListener('abort', abort)
    }
    signal.addEventListener('abort', abort)
    xhr.send(form)
  })
}

function answerOf(xhr: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'x-request-id', 'retry-after']) {
    const value = xhr.getResponseHeader(name)
    if (value !== null) headers.set(name, value)
  }
  const body = xhr.status === 204 ? null : xhr.responseText
  return new Response(body, { status: xhr.status, headers })
}
