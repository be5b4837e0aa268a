import { beforeEach, describe, expect, it } from 'vitest'
import {
  byteStream,
  deltaFrame,
  doneFrame,
  eventStream,
  eventStreamOf,
  fakeNetwork,
  frame,
  problemAnswer,
  turnFrame,
} from '../../test/sse'
import { setAccessToken } from './access-token'
import type { ChatEvent } from './chat-events'
import { type NumberedEvent, readChatEvents, streamEvents } from './stream'

async function collect(events: AsyncIterable<NumberedEvent>): Promise<ChatEvent[]> {
  const all = []
  for await (const { event } of events) all.push(event)
  return all
}

const ask = (signal = new AbortController().signal) =>
  collect(streamEvents({ path: '/chat/stream', body: { message: 'hi' } }, signal))

beforeEach(() => {
  setAccessToken('fake-token')
})

describe('the chat stream', () => {
  it('yields the events in order and ends with done', async () => {
    fakeNetwork(() => eventStream(turnFrame, deltaFrame('Hello'), doneFrame))

    const events = await ask()

    expect(events.map((event) => event.type)).toEqual(['turn', 'delta', 'done'])
  })

  it('keeps an event that is split at any byte, also inside a character', async () => {
    const bytes = new TextEncoder().encode(`: keep-alive\n\n${deltaFrame('你好 👋')}${doneFrame}`)
    for (let at = 0; at <= bytes.length; at += 1) {
      const events = await collect(
        readChatEvents(byteStream([bytes.slice(0, at), bytes.slice(at)])),
      )

      expect(events[0]).toEqual({ type: 'delta', text: '你好 👋' })
      expect(events).toHaveLength(2)
    }
  })

  it('reports an end without done or error as cut', async () => {
    fakeNetwork(() => eventStream(turnFrame, deltaFrame('Hel')))

    const events = await ask()

    expect(events.at(-1)).toEqual({ type: 'cut' })
  })

  it('reports a connection that breaks as cut', async () => {
    const breaking = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(turnFrame))
      },
      pull(controller) {
        controller.error(new TypeError('network error'))
      },
    })
    fakeNetwork(() => eventStreamOf(breaking))

    const events = await ask()

    expect(events.at(-1)).toEqual({ type: 'cut' })
  })

  it.each([
    ['data that is not JSON', 'event: delta\ndata: {"text":\n\n'],
    ['data that is not an object', 'event: delta\ndata: "hi"\n\n'],
    ['a missing field', frame('delta', {})],
    ['a field of the wrong type', frame('delta', { text: 7 })],
    ['a status that does not exist', frame('done', { status: 'finished' })],
  ])('reports %s as an error', async (_what, malformed) => {
    fakeNetwork(() => eventStream(turnFrame, malformed, doneFrame))

    const events = await ask()

    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'stream_malformed' })
  })

  it('names an event it does not know', async () => {
    fakeNetwork(() => eventStream(frame('hologram', { x: 1 }), doneFrame))

    const events = await ask()

    expect(events[0]).toEqual({ type: 'unknown', name: 'hologram' })
  })

  it('reads nothing after the terminal event', async () => {
    fakeNetwork(() => eventStream(doneFrame, deltaFrame('late')))

    const events = await ask()

    expect(events.map((event) => event.type)).toEqual(['done'])
  })

  it('throws the problem when the server refuses', async () => {
    fakeNetwork(() => problemAnswer(409, 'app_unavailable'))

    await expect(ask()).rejects.toMatchObject({
      code: 'app_unavailable',
      status: 409,
      requestId: 'req-1',
    })
  })

  it('throws network_error when the server is not reached', async () => {
    fakeNetwork(() => Promise.reject(new TypeError('failed to fetch')))

    await expect(ask()).rejects.toMatchObject({ code: 'network_error', status: 0 })
  })

  it('refuses an answer that is no event stream', async () => {
    fakeNetwork(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))

    await expect(ask()).rejects.toMatchObject({ code: 'unexpected_answer', status: 200 })
  })

  it('throws when the reader aborts', async () => {
    const abort = new AbortController()
    fakeNetwork((_request, signal) => {
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          signal?.addEventListener('abort', () => {
            controller.error(signal.reason)
          })
        },
      })
      queueMicrotask(() => {
        abort.abort()
      })
      return eventStreamOf(body)
    })

    await expect(ask(abort.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})
