import { vi } from 'vitest'

/** One frame as the server writes it. */
export function frame(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The frames with the numbers they have in a turn. */
export function numbered(frames: readonly string[], first = 1): string[] {
  return frames.map((text, index) => `id: ${first + index}\n${text}`)
}

export const turnFrame = frame('turn', {
  turn_id: 't1',
  conversation_id: 'c1',
  user_message_id: 'm1',
  assistant_message_id: 'm2',
  app_id: 'a1',
  created_at: '2025-01-01T00:00:00.000Z',
})
export const doneFrame = frame('done', { status: 'completed', finish_reason: 'stop' })
export const deltaFrame = (text: string) => frame('delta', { text })

/** A stream of the bytes, in the given pieces. */
export function byteStream(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new Uint8Array(piece))
      controller.close()
    },
  })
}

export function eventStream(...frames: string[]): Response {
  return eventStreamOf(byteStream([new TextEncoder().encode(frames.join(''))]))
}

export function eventStreamOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

export function jsonAnswer(status: number, body: object): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
}

export const problemAnswer = (status: number, code: string) =>
  jsonAnswer(status, { status, code, detail: `about ${code}`, request_id: 'req-1' })

export interface SentRequest {
  method: string
  path: string
  authorization: string | null
  lastEventId?: string
  body: unknown
}

/** Puts `answer` in the place of the network and records what was sent. */
export function fakeNetwork(
  answer: (request: SentRequest, signal: AbortSignal | null) => Response | Promise<Response>,
): SentRequest[] {
  const sent: SentRequest[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const lastEventId = new Headers(init.headers).get('last-event-id')
    const request = {
      method: init.method ?? 'GET',
      path: url,
      authorization: new Headers(init.headers).get('authorization'),
      ...(lastEventId !== null && { lastEventId }),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    }
    sent.push(request)
    return answer(request, init.signal ?? null)
  })
  return sent
}
