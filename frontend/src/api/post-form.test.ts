import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { setAccessToken } from './access-token'
import { postForm } from './post-form'
import { fakeNetwork, jsonAnswer } from '../../test/sse'
import { fakeUploads, type FakeUpload } from '../../test/uploads'

const refused = { code: 'unauthenticated' }
let sent: FakeUpload[]
const post = (signal = new AbortController().signal) =>
  postForm<{ id: string }>('/chat/files', { app_id: 'a1' }, { signal })

beforeEach(() => {
  setAccessToken('token-1')
  sent = fakeUploads()
})

describe('a form with files', () => {
  it('is sent once more with a new token after the old one was refused', async () => {
    const refreshes = fakeNetwork(() => jsonAnswer(200, { access_token: 'token-2' }))
    const answer = post()
    await flushPromises()
    sent[0]?.answer(401, refused, 'application/problem+json')
    await flushPromises()
    sent[1]?.answer(201, { id: 'f1' })

    await expect(answer).resolves.toEqual({ id: 'f1' })
    expect(sent.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(refreshes).toHaveLength(1)
  })

  it('is not sent a third time', async () => {
    fakeNetwork(() => jsonAnswer(200, { access_token: 'token-2' }))
    const answer = post()
    await flushPromises()
    sent[0]?.answer(401, refused, 'application/problem+json')
    await flushPromises()
    sent[1]?.answer(401, refused, 'application/problem+json')

    await expect(answer).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(sent).toHaveLength(2)
  })

  it('that is given up is told as that, not as a failure of the network', async () => {
    const abort = new AbortController()
    const answer = post(abort.signal)
    await flushPromises()
    abort.abort()

    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(sent[0]?.aborted).toBe(true)
  })
})
