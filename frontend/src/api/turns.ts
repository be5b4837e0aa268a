import { ApiError } from './api-error'
import type { ChatEvent } from './chat-events'
import { request } from './http'
import { Backoff, pause } from './pause'
import { isTerminal, streamEvents, type StreamRequest } from './stream'

const MAX_START_ATTEMPTS = 5
const MAX_ABSENCE_MS = 60_000
/** A connection that has held for so long was of use, even if nothing happened meanwhile. */
const STABLE_MS = 5_000

/** How far a turn has been read. Moved on by `followTurn`; a later call goes on from there. */
export interface TurnCursor {
  readonly turnId: string
  /** What begins the turn, safe to be sent again; null once it is known to have begun. */
  start: StreamRequest | null
  /** The number of the last event seen. */
  last: number
}

interface TurnState {
  status: 'streaming' | 'completed' | 'stopped' | 'stop_unconfirmed' | 'paused' | string
  error_code?: string
}

/**
 * Yields what is told of a turn after the cursor, each event once, over as many connections as it takes.
 * The last event is `done`, `error`, or `cut` when the server stayed out of reach for a minute.
 *
 * Throws `ApiError` when the server refuses, or when the turn could not be begun; an `AbortError` when
 * `signal` fires. `onConnection` is told when the connection is lost and when it is there again.
 */
export async function* followTurn(
  cursor: TurnCursor,
  signal: AbortSignal,
  onConnection: (connected: boolean) => void = () => undefined,
): AsyncGenerator<ChatEvent, void, undefined> {
  const backoff = new Backoff()
  for (;;) {
    let failure: ApiError | null = null
    let openSince = Infinity
    try {
      let cut = false
      const asked = cursor.start ?? { path: pathOf(cursor, '/events'), after: cursor.last }
      for await (const { number, event } of streamEvents(asked, signal, () => {
        openSince = Date.now()
        onConnection(true)
      })) {
        cut = event.type === 'cut'
        if (cut) break
        backoff.progress()
        if (event.type === 'turn') cursor.start = null
        if (number !== null && number <= cursor.last) continue
        cursor.last = number ?? cursor.last
        yield event
        if (isTerminal(event)) return
      }
      if (!cut) {
        const end = await endOf(cursor, signal)
        if (end) {
          yield end
          return
        }
      }
    } catch (error) {
      if (signal.aborted || !(error instanceof ApiError)) throw error
      if (!mayPass(error, cursor)) throw error
      failure = error
    }
    if (Date.now() - openSince > STABLE_MS) backoff.progress()
    const wait = backoff.next(failure === null)
    if (cursor.start && backoff.attempts >= MAX_START_ATTEMPTS) {
      throw failure ?? ApiError.client('stream_cut')
    }
    if (!cursor.start && backoff.elapsedMs > MAX_ABSENCE_MS) {
      yield { type: 'cut' }
      return
    }
    if (wait > 0) {
      onConnection(false)
      await pause(wait, signal)
    }
  }
}

/** Asks for the end of a turn; how it ended is told by its events. Throws `ApiError`. */
export function stopTurn(turnId: string): Promise<void> {
  return request('POST', `/chat/turns/${encodeURIComponent(turnId)}/stop`)
}

/** A new turn's id. `crypto.randomUUID` is missing where the page is not served by https. */
export function newTurnId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) byte = (byte & 0x0f) | 0x40
    if (index === 8) byte = (byte & 0x3f) | 0x80
    return byte.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The ending of a turn whose last event was missed; null while it goes on. */
async function endOf(cursor: TurnCursor, signal: AbortSignal): Promise<ChatEvent | null> {
  const { status, error_code } = await request<TurnState>('GET', pathOf(cursor, ''), { signal })
  switch (status) {
    case 'streaming':
      return null
    case 'completed':
    case 'stopped':
    case 'stop_unconfirmed':
    case 'paused':
      return { type: 'done', status }
    default:
      return {
        type: 'error',
        code: error_code ?? 'turn_interrupted',
        message: null,
        retryable: true,
        request_id: null,
      }
  }
}

/**
 * Whether it may go better a moment later. Once a turn has begun, any trouble of the server may; before, only
 * where the server itself has not answered: its own refusal is final.
 */
function mayPass(error: ApiError, cursor: TurnCursor): boolean {
  if (error.status === 0) return true
  if (cursor.start) return error.code === 'unexpected_answer' && error.status >= 502
  return error.status >= 500 || error.status === 429
}

function pathOf(cursor: TurnCursor, rest: string): string {
  return `/chat/turns/${encodeURIComponent(cursor.turnId)}${rest}`
}
