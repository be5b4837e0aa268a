import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../test/sse'

/** The channel of one browser, without its threads: what one posts, the others hear at once. */
class FakeChannel extends EventTarget {
  static open: FakeChannel[] = []
  constructor() {
    super()
    FakeChannel.open.push(this)
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.open) {
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
}

/** The Locks API of one browser: one at a time, in the order asked. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request: (_name: string, work: () => Promise<unknown>) => {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

/** A server whose refresh token rotates: one that is used twice ends the session. */
function rotatingServer() {
  let current = 0
  let ended = false
  let refreshes = 0
  const sent = fakeNetwork(async (call) => {
    if (!call.path.endsWith('/auth/refresh')) {
      const fresh = !ended && call.authorization === `Bearer t${String(current)}`
      return fresh ? jsonAnswer(200, {}) : problemAnswer(401, 'unauthenticated')
    }
    refreshes += 1
    const presented = current
    await Promise.resolve()
    ended ||= presented !== current
    if (ended) return problemAnswer(401, 'invalid_refresh_token')
    current += 1
    return jsonAnswer(200, { access_token: `t${String(current)}` })
  })
  return { sent, refreshes: () => refreshes, ended: () => ended }
}

/** A tab: the modules once more, so nothing is shared but what a browser shares. */
async function openTab() {
  vi.resetModules()
  const http = await import('./http')
  const token = await import('./access-token')
  token.setAccessToken('expired')
  return { ...http, ...token }
}

beforeEach(() => {
  FakeChannel.open = []
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  vi.stubGlobal('navigator', { locks: fakeLocks() })
})

describe('two tabs', () => {
  it('that need a new token at the same moment get one with one refresh', async () => {
    const server = rotatingServer()
    const [one, two] = [await openTab(), await openTab()]

    await Promise.all([one.request('GET', '/a'), two.request('GET', '/b')])

    expect(server.refreshes()).toBe(1)
    expect(server.ended()).toBe(false)
    expect([one.accessToken(), two.accessToken()]).toEqual(['t1', 't1'])
  })

  it('refresh one after the other where they cannot talk', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const server = rotatingServer()
    const [one, two] = [await openTab(), await openTab()]

    await Promise.all([one.refreshSession(), two.refreshSession()])

    expect(server.refreshes()).toBe(2)
    expect(server.ended()).toBe(false)
  })

  it('use what the other has got before they need it', async () => {
    const server = rotatingServer()
    const [one, two] = [await openTab(), await openTab()]

    await one.request('GET', '/a')
    await two.request('GET', '/b')

    expect(server.refreshes()).toBe(1)
  })

  it('leave together when one signs out', async () => {
    rotatingServer()
    const [, two] = [await openTab(), await openTab()]
    const lost = vi.fn()
    two.onSessionLost(lost)

    new FakeChannel().postMessage({ kind: 'ended' })

    expect(lost).toHaveBeenCalledWith(null)
    expect(two.accessToken()).toBeNull()
  })

  it('do not sign each other in', async () => {
    rotatingServer()
    const [one, two] = [await openTab(), await openTab()]
    two.setAccessToken(null)

    await one.request('GET', '/a')

    expect(two.accessToken()).toBeNull()
  })
})
