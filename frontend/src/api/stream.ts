import { EventSourceParserStream } from 'eventsource-parser/stream'
import { ApiError, toApiError } from './api-error'
import { type ChatEvent, decodeChatEvent, MalformedEvent } from './chat-events'
import { apiUrl, withAuthorization } from './http'

/** Far above any real event; a stream that exceeds it is broken, not long. */
const MAX_EVENT_CHARACTERS = 8 * 1024 * 1024

/**
 * Posts `body` and yields the events of the answer. The last one is always `done`, `error` or `cut`.
 *
 * Until the first event, failures throw `ApiError`: the server has refused, or was not reached. After it
 * they are events: a broken connection is `cut`, an event against the contract an `error` with the code
 * `stream_malformed`. When `signal` fires, an `AbortError` is thrown. Leaving the loop ends the connection.
 */
export async function* streamChat(
  path: string,
  body: object,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, undefined> {
  const response = await open(path, body, signal)
  if (!response.ok) throw await toApiError(response)
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new ApiError('unexpected_answer', response.status, 'The answer is not an event stream.')
  }
  try {
    for await (const event of readChatEvents(response.body)) {
      yield event
      if (isTerminal(event)) return
    }
    yield { type: 'cut' }
  } catch (error) {
    if (signal.aborted) throw error
    yield error instanceof MalformedEvent ? malformed(error, response) : { type: 'cut' }
  }
}

async function open(path: string, body: object, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({
    accept: 'text/event-stream, application/problem+json',
    'content-type': 'application/json',
  })
  try {
    return await withAuthorization(headers, (authorized) =>
      fetch(apiUrl(path), {
        method: 'POST',
        credentials: 'include',
        headers: authorized,
        body: JSON.stringify(body),
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
): AsyncGenerator<ChatEvent, void, undefined> {
  const frames = bytes
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_EVENT_CHARACTERS }))
    .getReader()
  try {
    for (let next = await frames.read(); !next.done; next = await frames.read()) {
      yield decodeChatEvent(next.value.event ?? 'message', next.value.data)
    }
  } finally {
    // Not awaited: a connection that hangs must not hold the reader's caller.
    frames.cancel().catch(() => undefined)
  }
}

function isTerminal(event: ChatEvent): boolean {
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
