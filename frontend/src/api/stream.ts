import { EventSourceParserStream } from 'eventsource-parser/stream'
import { ApiError, toApiError } from './api-error'
import { type ChatEvent, decodeChatEvent, MalformedEvent } from './chat-events'
import { apiUrl, withAuthorization } from './http'

/** Far above any real event; a stream that exceeds it is broken, not long. */
const MAX_EVENT_CHARACTERS = 8 * 1024 * 1024
/** The server says something every few seconds, if only a comment; longer silence is a dead connection. */
const MAX_SILENCE_MS = 60_000

/** What opens a stream of events: a question, or the wish to read on after an event. */
export interface StreamRequest {
  path: string
  /** Posted; without it the stream is got. */
  body?: object
  /** The number of the last event that was seen. */
  after?: number
}

/** An event and its number within the turn; one without is said to the readers of that moment only. */
export interface NumberedEvent {
  number: number | null
  event: ChatEvent
}

/**
 * Yields the events of one connection. The last one is always `done`, `error` or `cut`, but for a turn that
 * is over and has nothing left to tell: then there is none.
 *
 * Until the first event, failures throw `ApiError`: the server has refused, or was not reached. After it
 * they are events: a broken connection is `cut`, an event against the contract an `error` with the code
 * `stream_malformed`. When `signal` fires, an `AbortError` is thrown. Leaving the loop ends the connection.
 */
export async function* streamEvents(
  asked: StreamRequest,
  signal: AbortSignal,
  onOpen: () => void = () => undefined,
): AsyncGenerator<NumberedEvent, void, undefined> {
  const response = await open(asked, signal)
  if (!response.ok) throw await toApiError(response)
  onOpen()
  if (response.status === 204) return
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new ApiError('unexpected_answer', response.status, 'The answer is not an event stream.')
  }
  try {
    for await (const next of readChatEvents(response.body)) {
      yield next
      if (isTerminal(next.event)) return
    }
    yield { number: null, event: { type: 'cut' } }
  } catch (error) {
    if (signal.aborted) throw error
    const event = error instanceof MalformedEvent ? malformed(error, response) : CUT
    yield { number: null, event }
  }
}

const CUT: ChatEvent = { type: 'cut' }

async function open({ path, body, after }: StreamRequest, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({ accept: 'text/event-stream, application/problem+json' })
  if (body) headers.set('content-type', 'application/json')
  if (after !== undefined) headers.set('last-event-id', String(after))
  try {
    return await withAuthorization(headers, (authorized) =>
      fetch(apiUrl(path), {
        method: body ? 'POST' : 'GET',
        credentials: 'include',
        headers: authorized,
        ...(body && { body: JSON.stringify(body) }),
        signal,
      }),
    )
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error
    throw ApiError.client('network_error', error)
  }
}

/** Decodes an event stream; a half event at the end is dropped, as the WHATWG text has it. */
export async function* readChatEvents(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<NumberedEvent, void, undefined> {
  const silence = new SilenceLimit(() => {
    frames.cancel().catch(() => undefined)
  })
  const frames = bytes
    .pipeThrough(silence.watch())
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_EVENT_CHARACTERS }))
    .getReader()
  try {
    for (let next = await frames.read(); !next.done; next = await frames.read()) {
      const { id, event, data } = next.value
      yield {
        number: id && /^\d+$/.test(id) ? Number(id) : null,
        event: decodeChatEvent(event ?? 'message', data),
      }
    }
  } finally {
    silence.end()
    // Not awaited: a connection that hangs must not hold the reader's caller.
    frames.cancel().catch(() => undefined)
  }
}

/** Tells of a connection on which nothing has come for too long. */
class SilenceLimit {
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly onSilence: () => void) {}

  watch(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    this.again()
    return new TransformStream({
      transform: (bytes, controller) => {
        this.again()
        controller.enqueue(bytes)
      },
    })
  }

  end(): void {
    clearTimeout(this.timer)
  }

  private again(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.onSilence, MAX_SILENCE_MS)
  }
}

export function isTerminal(event: ChatEvent): boolean {
  return event.type === 'done' || event.type === 'error'
}

function malformed(error: MalformedEvent, response: Response): ChatEvent {
  return {
    type: 'error',
    code: 'stream_malformed',
    message: error.message,
    retryable: false,
    request_id: response.headers.get('x-request-id'),
  }
}
