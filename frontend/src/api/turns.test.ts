import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  deltaFrame,
  doneFrame,
  eventStream,
  fakeNetwork,
  frame,
  jsonAnswer,
  numbered,
  problemAnswer,
  turnFrame,
} from '../../test/sse'
import { followTurn, newTurnId, type TurnCursor } from './turns'

const frames = numbered([turnFrame, deltaFrame('a'), deltaFrame('b'), doneFrame])
const begin = (): TurnCursor => ({
  turnId: 't1',
  start: { path: '/chat/stream', body: { turn_id: 't1' } },
  last: 0,
})
const goOn = (last = 0): TurnCursor => ({ turnId: 't1', start: null, last })

/** What is told of the turn, in short: the text of deltas, the names of other events. */
async function follow(cursor: TurnCursor): Promise<string[]> {
  const told = collect(cursor)
  // A rejection is looked at by the caller, after the timers have run.
  told.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(200_000)
  return told
}
async function collect(cursor: TurnCursor): Promise<string[]> {
  const told = []
  for await (const event of followTurn(cursor, new AbortController().signal)) {
    told.push(event.type === 'delta' ? event.text : event.type)
  }
  return told
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a turn', () => {
  it('is followed over as many connections as it takes, each event once', async () => {
    const sent = fakeNetwork((request) => {
      if (request.method === 'POST') return eventStream(...frames.slice(0, 1))
      // A server may tell more than was asked for.
      return eventStream(...frames.slice(0, Number(request.lastEventId) + 1))
    })

    expect(await follow(begin())).toEqual(['turn', 'a', 'b', 'done'])
    expect(sent.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '1', '2', '3'])
  })

  it('is begun with the same body until the server answers', async () => {
    let tries = 0
    const sent = fakeNetwork(() =>
      tries++ < 2 ? Promise.reject(new TypeError('x')) : eventStream(...frames),
    )

    expect(await follow(begin())).toEqual(['turn', 'a', 'b', 'done'])
    expect(sent.map(({ method, body }) => [method, body])).toEqual(
      Array(3).fill(['POST', { turn_id: 't1' }]),
    )
  })

  it('is not begun again once the server has refused it', async () => {
    const sent = fakeNetwork(() => problemAnswer(503, 'dify_unavailable'))

    await expect(follow(begin())).rejects.toMatchObject({ code: 'dify_unavailable' })
    expect(sent).toHaveLength(1)
  })

  it('survives a server that is away for half a minute', async () => {
    const back = Date.now() + 30_000
    fakeNetwork(() =>
      Date.now() < back ? problemAnswer(502, 'unavailable') : eventStream(...frames.slice(2)),
    )

    expect(await follow(goOn(2))).toEqual(['b', 'done'])
  })

  it('is given up after a minute of failures', async () => {
    const started = Date.now()
    let last = 0
    const sent = fakeNetwork(() => {
      last = Date.now()
      return Promise.reject(new TypeError('x'))
    })

    expect(await follow(goOn())).toEqual(['cut'])
    expect(last - started).toBeGreaterThan(55_000)
    expect(last - started).toBeLessThan(70_000)
    expect(sent.length).toBeLessThan(20)
  })

  it('is not given up while connections hold, however long nothing happens', async () => {
    let connections = 0
    fakeNetwork(() => {
      connections += 1
      if (connections === 10) return eventStream(...frames.slice(2))
      return new Response(
        new ReadableStream({
          start(controller) {
            setTimeout(() => {
              controller.close()
            }, 15_000)
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      )
    })

    expect(await follow(goOn(2))).toEqual(['b', 'done'])
  })

  it('tells what has no number, and asks on after what had one', async () => {
    const handover = frame('notice', { code: 'handover', message: 'x' })
    const sent = fakeNetwork((request) =>
      request.lastEventId === '2'
        ? eventStream(...frames.slice(2, 3), handover)
        : eventStream(...frames.slice(3)),
    )

    expect(await follow(goOn(2))).toEqual(['b', 'notice', 'done'])
    expect(sent.at(-1)?.lastEventId).toBe('3')
  })

  it.each([
    [{ status: 'paused' }, { type: 'done', status: 'paused' }],
    [
      { status: 'failed', error_code: 'dify_timeout' },
      { type: 'error', code: 'dify_timeout' },
    ],
  ])('that has nothing left to tell ends as %o', async (state, end) => {
    fakeNetwork((request) =>
      request.path.endsWith('/events')
        ? new Response(null, { status: 204 })
        : jsonAnswer(200, state),
    )

    const events = followTurn(goOn(4), new AbortController().signal)

    expect((await events.next()).value).toMatchObject(end)
    expect((await events.next()).done).toBe(true)
  })

  it('that is not ours is refused', async () => {
    fakeNetwork(() => problemAnswer(404, 'not_found'))

    await expect(follow(goOn())).rejects.toMatchObject({ status: 404 })
  })
})

it('the ids of turns are random UUIDs', () => {
  const ids = Array.from({ length: 100 }, newTurnId)

  expect(new Set(ids).size).toBe(100)
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
})
