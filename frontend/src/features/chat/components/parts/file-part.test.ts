import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setAccessToken } from '@/api/access-token'
import { fakeNetwork, problemAnswer } from '../../../../../test/sse'
import { mountEnglish } from '../../../../../test/mount'
import FilePart from './file-part.vue'

const show = (media_type: string, url = '/api/v1/chat/files/f1') =>
  mountEnglish(FilePart, {
    part: { type: 'file', id: 'f1', name: 'cat.png', media_type, size: null, url },
  })
const revoked = vi.fn()

beforeEach(() => {
  setAccessToken('fake-token')
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:cat', revokeObjectURL: revoked }),
  )
})
afterEach(() => {
  revoked.mockClear()
})

describe('a file', () => {
  it('that is an image is fetched with the token and shown until it leaves', async () => {
    const sent = fakeNetwork(() => new Response('bytes'))
    const wrapper = show('image/png')
    await flushPromises()

    expect(sent).toMatchObject([
      { path: '/api/v1/chat/files/f1', authorization: 'Bearer fake-token' },
    ])
    expect(wrapper.get('img').attributes()).toMatchObject({ src: 'blob:cat', alt: 'cat.png' })
    wrapper.unmount()
    expect(revoked).toHaveBeenCalledWith('blob:cat')
  })

  it('of a shared conversation is fetched by its own address', async () => {
    const sent = fakeNetwork(() => new Response('bytes'))
    const wrapper = show('image/png', '/api/v1/shared/t-_1/files/f1')
    await flushPromises()

    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/shared/t-_1/files/f1'])
    wrapper.unmount()
  })

  it('of another kind is fetched only when it is wanted, and saved', async () => {
    const sent = fakeNetwork(() => new Response('bytes'))
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const wrapper = show('text/html')
    await flushPromises()
    expect(sent).toHaveLength(0)

    await wrapper.get('button').trigger('click')
    await flushPromises()

    expect(sent).toHaveLength(1)
    expect(saved.mock.contexts[0]).toMatchObject({ href: 'blob:cat', download: 'cat.png' })
  })

  it('elsewhere is never sent the token', async () => {
    const sent = fakeNetwork(() => new Response('bytes'))
    const wrapper = show('image/png', 'https://evil.example/api/v1/chat/files/f1')
    await wrapper.get('button').trigger('click')
    await flushPromises()

    expect(sent).toHaveLength(0)
  })

  it('that is being stored is asked for again', async () => {
    vi.useFakeTimers()
    let stored = false
    fakeNetwork(() => (stored ? new Response('bytes') : problemAnswer(404, 'not_found')))
    const wrapper = show('image/png')
    await vi.advanceTimersByTimeAsync(100)
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
    stored = true
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    await flushPromises()

    expect(wrapper.get('img').attributes('src')).toBe('blob:cat')
    wrapper.unmount()
  })

  it('that cannot be had says why', async () => {
    vi.useFakeTimers()
    fakeNetwork(() => problemAnswer(404, 'not_found'))
    const wrapper = show('image/png')
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()
    await flushPromises()

    expect(wrapper.get('[role=alert]').text()).toContain('does not exist')
  })
})
