import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeNetwork, jsonAnswer, problemAnswer, type SentRequest } from '../../test/sse'
import { accessToken, onAccountChanged, onSessionLost, setAccessToken } from './access-token'
import { refreshSession, request } from './http'

const isRefresh = (sent: SentRequest) => sent.path.endsWith('/auth/refresh')

const tokenOf = (account: string) => `h.${btoa(JSON.stringify({ sub: account }))}.s`

/** A server that takes only the token `new`, and gives it for the cookie. */
function expiringServer(): SentRequest[] {
  return fakeNetwork((sent) => {
    if (isRefresh(sent)) return jsonAnswer(200, { access_token: 'new' })
    if (sent.authorization !== 'Bearer new') return problemAnswer(401, 'unauthenticated')
    return jsonAnswer(200, { path: sent.path })
  })
}

beforeEach(() => {
  setAccessToken('old')
  onSessionLost(() => undefined)
})

describe('request', () => {
  it('sends the token and exactly the given body', async () => {
    const sent = fakeNetwork(() => jsonAnswer(200, { ok: true }))

    await request('POST', '/things', { body: { name: 'x' } })

    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/api/v1/things',
        authorization: 'Bearer old',
        body: { name: 'x' },
      },
    ])
  })

  it('refreshes once on 401 and repeats the call', async () => {
    const sent = expiringServer()

    const answer = await request('GET', '/things', { query: { limit: 5, cursor: null } })

    expect(answer).toEqual({ path: '/api/v1/things?limit=5' })
    expect(sent.map((call) => call.path)).toEqual([
      '/api/v1/things?limit=5',
      '/api/v1/auth/refresh',
      '/api/v1/things?limit=5',
    ])
  })

  it('shares one refresh between calls that fail together', async () => {
    const sent = expiringServer()

    await Promise.all([request('GET', '/a'), request('GET', '/b'), request('GET', '/c')])

    expect(sent.filter(isRefresh)).toHaveLength(1)
  })

  it('refreshes only once when the new token is refused too', async () => {
    const sent = fakeNetwork((call) =>
      isRefresh(call)
        ? jsonAnswer(200, { access_token: 'x' })
        : problemAnswer(401, 'unauthenticated'),
    )

    await expect(request('GET', '/a')).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(sent.filter(isRefresh)).toHaveLength(1)
  })

  it('tells that the session is lost when the cookie is refused', async () => {
    const lost = vi.fn()
    onSessionLost(lost)
    fakeNetwork((call) =>
      problemAnswer(401, isRefresh(call) ? 'invalid_refresh_token' : 'unauthenticated'),
    )

    await expect(request('GET', '/a')).rejects.toMatchObject({ status: 401 })
    expect(lost).toHaveBeenCalledOnce()
    expect(accessToken()).toBeNull()
  })

  it('keeps the session when the refresh does not reach the server', async () => {
    const lost = vi.fn()
    onSessionLost(lost)
    fakeNetwork((call) => {
      if (isRefresh(call)) throw new TypeError('offline')
      return problemAnswer(401, 'unauthenticated')
    })

    await expect(request('GET', '/a')).rejects.toMatchObject({ code: 'network_error' })
    expect(lost).not.toHaveBeenCalled()
    expect(accessToken()).toBe('old')
  })

  it('takes a 401 about a code for an answer and does not try it twice', async () => {
    const sent = fakeNetwork(() => problemAnswer(401, 'invalid_totp'))

    const call = request('POST', '/auth/totp/confirm', { body: { code: '000000' } })

    await expect(call).rejects.toMatchObject({ code: 'invalid_totp' })
    expect(sent).toHaveLength(1)
  })

  it('does not repeat a call for another account that has signed in meanwhile', async () => {
    setAccessToken(tokenOf('ada'))
    const changed = vi.fn()
    onAccountChanged(changed)
    const sent = fakeNetwork((call) =>
      isRefresh(call)
        ? jsonAnswer(200, { access_token: tokenOf('eve') })
        : problemAnswer(401, 'unauthenticated'),
    )

    await expect(request('DELETE', '/a')).rejects.toMatchObject({ status: 401 })
    expect(sent.map((call) => call.path)).toEqual(['/api/v1/a', '/api/v1/auth/refresh'])
    expect(changed).toHaveBeenCalledOnce()
  })

  it('reads once more when an instance has died with the first request', async () => {
    const answers = [new Response('<h1>Bad Gateway</h1>', { status: 502 }), jsonAnswer(200, [1])]
    const sent = fakeNetwork(() => answers.shift() ?? problemAnswer(404, 'not_found'))

    expect(await request('GET', '/a')).toEqual([1])
    expect(sent).toHaveLength(2)
  })

  it('renews the session once more when the connection was cut', async () => {
    let refreshes = 0
    fakeNetwork((call) => {
      if (!isRefresh(call)) throw new Error(`not asked for: ${call.path}`)
      refreshes += 1
      if (refreshes === 1) throw new TypeError('cut')
      return jsonAnswer(200, { access_token: 'new' })
    })

    expect(await refreshSession()).toBe(true)
    expect(accessToken()).toBe('new')
  })

  it('writes once, whatever became of it', async () => {
    const sent = fakeNetwork(() => new Response('', { status: 502 }))

    await expect(request('POST', '/a', { body: {} })).rejects.toMatchObject({ status: 502 })
    expect(sent).toHaveLength(1)
  })

  it('takes what the API says of Dify for an answer', async () => {
    const sent = fakeNetwork(() => problemAnswer(502, 'dify_protocol_error'))

    await expect(request('GET', '/a')).rejects.toMatchObject({ code: 'dify_protocol_error' })
    expect(sent).toHaveLength(1)
  })

  it('reads no more than twice, and not again once nobody waits', async () => {
    const sent = fakeNetwork(() => new Response('', { status: 502 }))
    const gone = new AbortController()

    await expect(request('GET', '/a')).rejects.toMatchObject({ status: 502 })
    expect(sent).toHaveLength(2)
    const call = request('GET', '/b', { signal: gone.signal })
    await vi.waitFor(() => expect(sent).toHaveLength(3))
    gone.abort()
    await expect(call).rejects.toThrow('aborted')
    expect(sent).toHaveLength(3)
  })

  it('tells how long to wait', async () => {
    fakeNetwork(() => {
      const answer = problemAnswer(429, 'too_many_attempts')
      answer.headers.set('retry-after', '65')
      return answer
    })

    await expect(request('GET', '/a')).rejects.toMatchObject({ retryAfter: 65 })
  })

  it('takes a 401 of an anonymous call for an answer', async () => {
    const sent = fakeNetwork(() => problemAnswer(401, 'invalid_credentials'))

    const call = request('POST', '/auth/login', { anonymous: true, body: {} })

    await expect(call).rejects.toMatchObject({ code: 'invalid_credentials' })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.authorization).toBeNull()
  })

  it('reads field errors of a problem', async () => {
    const errors = [{ field: 'email', code: 'email', message: 'not an e-mail' }]
    fakeNetwork(() => jsonAnswer(400, { code: 'validation_failed', errors }))

    await expect(request('POST', '/a', { body: {} })).rejects.toMatchObject({
      code: 'validation_failed',
      errors,
    })
  })

  it('keeps the status of an answer that is no problem body', async () => {
    fakeNetwork(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }))

    await expect(request('GET', '/a')).rejects.toMatchObject({
      code: 'unexpected_answer',
      status: 502,
    })
  })

  it.each([
    [413, 'payload_too_large'],
    [429, 'rate_limited'],
  ])('knows what a gateway refuses by itself with %i', async (status, code) => {
    fakeNetwork(() => jsonAnswer(status, { message: 'Request Too Long' }))

    await expect(request('POST', '/a', { body: {} })).rejects.toMatchObject({ code, status })
  })

  it('resolves an empty answer to undefined', async () => {
    fakeNetwork(() => new Response(null, { status: 204 }))

    await expect(request('DELETE', '/a')).resolves.toBeUndefined()
  })
})

describe('refreshSession', () => {
  it('sends what outlives the page, so that the next page finds the new cookie', async () => {
    const sent = vi.fn<typeof fetch>(() =>
      Promise.resolve(jsonAnswer(200, { access_token: 'new' })),
    )
    vi.stubGlobal('fetch', sent)

    await refreshSession()

    expect(sent.mock.calls[0]?.[1]).toMatchObject({ keepalive: true, credentials: 'include' })
  })

  it('says without a complaint that there is no session', async () => {
    setAccessToken(null)
    const lost = vi.fn()
    onSessionLost(lost)
    fakeNetwork(() => problemAnswer(401, 'invalid_refresh_token'))

    await expect(refreshSession()).resolves.toBe(false)
    expect(lost).not.toHaveBeenCalled()
  })
})
