import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { setAccessToken } from '@/api/access-token'
import { fakeUploads, type FakeUpload } from '../../../../test/uploads'
import type { Attachment } from '../types'
import { useUploads } from './use-uploads'

const cat = {
  id: 'f1',
  name: 'cat.png',
  type: 'image',
  media_type: 'image/png',
  url: '/x',
  size: 3,
}
let sent: FakeUpload[]
let stop: () => void

function newUploads(list = ref<readonly Attachment[]>([])) {
  const uploads = useUploads(list, () => 'a1')
  stop = uploads.stop
  const add = (...names: string[]) => {
    uploads.add(names.map((name) => ({ file: new File(['cat'], name), kind: 'image' })))
  }
  const keyOf = (index: number) => list.value[index]?.key ?? ''
  return { ...uploads, list, add, keyOf }
}

beforeEach(() => {
  setAccessToken('token-1')
  sent = fakeUploads()
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:cat', revokeObjectURL: vi.fn() }),
  )
})
afterEach(() => {
  stop()
})

describe('an upload', () => {
  it('tells how far it is, and at the end which file it has become', async () => {
    const { list, add } = newUploads()
    add('cat.png')
    await flushPromises()

    expect(sent[0]).toMatchObject({ path: '/api/v1/chat/files', token: 'Bearer token-1' })
    expect(sent[0]?.form.get('app_id')).toBe('a1')
    sent[0]?.progress(1, 4)
    expect(list.value[0]).toMatchObject({ state: 'uploading', progress: 0.25, preview: 'blob:cat' })

    sent[0]?.answer(201, cat)
    await flushPromises()
    expect(list.value[0]).toMatchObject({ state: 'ready', progress: 1, file: { id: 'f1' } })
  })

  it('that failed says why and can be tried again', async () => {
    const { list, add, retry, keyOf } = newUploads()
    add('cat.png')
    await flushPromises()
    sent[0]?.answer(413, { code: 'payload_too_large' }, 'application/problem+json')
    await flushPromises()
    expect(list.value[0]).toMatchObject({ state: 'failed', errorCode: 'payload_too_large' })

    retry(keyOf(0))
    await flushPromises()
    expect(list.value[0]).toMatchObject({ state: 'uploading', errorCode: null })
    sent[1]?.answer(201, cat)
    await flushPromises()
    expect(list.value[0]?.state).toBe('ready')
  })

  it('whose connection broke says so', async () => {
    const { list, add } = newUploads()
    add('cat.png')
    await flushPromises()
    sent[0]?.fail()
    await flushPromises()

    expect(list.value[0]).toMatchObject({ state: 'failed', errorCode: 'network_error' })
  })

  it('that is taken out is not sent on', async () => {
    const { list, add, remove, keyOf } = newUploads()
    add('cat.png')
    await flushPromises()

    remove(keyOf(0))
    await flushPromises()

    expect(sent[0]?.aborted).toBe(true)
    expect(list.value).toEqual([])
  })

  it('waits its turn where several are under way', async () => {
    const { add } = newUploads()
    add('1.png', '2.png', '3.png', '4.png')
    await flushPromises()
    expect(sent).toHaveLength(3)

    sent[1]?.answer(201, cat)
    await flushPromises()
    expect(sent).toHaveLength(4)
    for (const upload of sent) upload.answer(201, cat)
    await flushPromises()
  })

  it('ends well although another draft is on the screen meanwhile', async () => {
    const { list, add } = newUploads()
    add('cat.png')
    await flushPromises()
    const draft = list.value

    list.value = []
    sent[0]?.answer(201, cat)
    await flushPromises()
    list.value = draft
    await flushPromises()

    expect(list.value[0]?.state).toBe('ready')
  })

  it('of a page that is gone is said to be lost', async () => {
    const lost: Attachment = {
      key: 'old',
      name: 'cat.png',
      size: 3,
      kind: 'image',
      mediaType: 'image/png',
      state: 'uploading',
      progress: 0.5,
      file: null,
      errorCode: null,
      preview: null,
    }
    const { list, canRetry } = newUploads(ref<readonly Attachment[]>([lost]))
    await flushPromises()

    expect(list.value[0]).toMatchObject({ state: 'failed', errorCode: 'upload_lost' })
    expect(canRetry('old')).toBe(false)
  })
})
