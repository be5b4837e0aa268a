import { ApiError } from './api-error'
import { pause } from './pause'

const PAUSE_MS = 500

/**
 * Sends what may be sent twice, and once more when nobody who knows the answer gave one: an instance that
 * dies takes its requests with it, which a gateway tells as 502 and a server by a cut connection. The next
 * instance has the answer. Throws as `send` does, and the signal's reason when it fires in between.
 */
export async function onceMore(
  send: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    const response = await send()
    if (response.status !== 502 || isOurs(response)) return response
    await response.body?.cancel()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'network_error' || !navigator.onLine) {
      throw error
    }
  }
  await pause(PAUSE_MS, signal)
  return send()
}

/** A 502 of the API itself speaks of Dify, which has been asked. */
function isOurs(response: Response): boolean {
  return response.headers.get('content-type')?.includes('problem+json') ?? false
}
