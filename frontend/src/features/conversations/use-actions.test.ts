import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useNotice } from '@/components/composables/use-notice'
import * as files from '@/components/save-file'
import { aConversation } from '../../../test/conversation'
import { mountPage } from '../../../test/mount'
import { fakeNetwork, jsonAnswer, problemAnswer, type SentRequest } from '../../../test/sse'
import { useConversations } from './stores/use-conversations'
import { useActions } from './use-actions'

function setUp(answer: (request: SentRequest) => Response) {
  const sent = fakeNetwork((request) =>
    /counts|folders$/.test(request.path) ? jsonAnswer(200, { data: [] }) : answer(request),
  )
  let actions!: ReturnType<typeof useActions>
  mountPage({
    setup() {
      actions = useActions()
      return () => null
    },
  })
  const calls = () =>
    sent
      .filter(({ path }) => !/counts|folders$/.test(path))
      .map(({ method, path, body }) => [method, path.replace('/api/v1', ''), body])
  return { actions, calls, list: useConversations(), notice: useNotice() }
}

const none = () => new Response(null, { status: 204 })

describe('deleting a conversation', () => {
  it('takes it off the list and can be undone', async () => {
    const { actions, calls, list, notice } = setUp(({ method }) =>
      method === 'DELETE' ? none() : jsonAnswer(200, aConversation('c1')),
    )
    list.put(aConversation('c1'))

    expect(await actions.toTrash('c1')).toBe(true)
    expect(list.conversations).toEqual([])
    expect(notice.notice).toMatchObject({ text: 'Moved to the trash.' })

    notice.notice?.action?.run()
    await flushPromises()
    expect(list.conversations.map(({ id }) => id)).toEqual(['c1'])
    expect(calls()).toEqual([
      ['DELETE', '/conversations/c1', undefined],
      ['POST', '/conversations/c1/restore', undefined],
    ])
  })

  it('says why when it was not done, and leaves it where it is', async () => {
    const { actions, list, notice } = setUp(() => problemAnswer(503, 'database_unavailable'))
    list.put(aConversation('c1'))

    expect(await actions.toTrash('c1')).toBe(false)
    expect(list.conversations).toHaveLength(1)
    expect(notice.notice?.failed).toBe(true)
    expect(notice.notice?.text).toContain('database')
  })
})

describe('moving a conversation', () => {
  it('into a folder is a change, out of any is a call of its own', async () => {
    const { actions, calls } = setUp(({ method }) =>
      method === 'DELETE' ? none() : jsonAnswer(200, aConversation('c1')),
    )

    await actions.move('c1', 'f1')
    await actions.move('c1', null)

    expect(calls()).toEqual([
      ['PATCH', '/conversations/c1', { folder_id: 'f1' }],
      ['DELETE', '/conversations/c1/folder', undefined],
      ['GET', '/conversations/c1', undefined],
    ])
  })
})

describe('exporting a conversation', () => {
  it('saves what the server has made under the title', async () => {
    const save = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined)
    const { actions, calls } = setUp(() => new Response('# 合同'))

    await actions.save(aConversation('c1', { title: '合同: 2026' }), 'markdown')

    expect(calls()).toEqual([['GET', '/conversations/c1/export?format=markdown', undefined]])
    expect(save.mock.calls[0]?.slice(1)).toEqual(['text/markdown', '合同 2026.md'])
  })
})
