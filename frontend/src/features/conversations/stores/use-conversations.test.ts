import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { aConversation } from '../../../../test/conversation'
import { fakeNetwork, jsonAnswer } from '../../../../test/sse'
import { useConversations } from './use-conversations'

beforeEach(() => {
  setActivePinia(createPinia())
})

const shown = (list: ReturnType<typeof useConversations>) => list.conversations.map(({ id }) => id)

describe('the list of the sidebar', () => {
  it('is narrowed by the server, also on its further pages', async () => {
    const sent = fakeNetwork(({ path }) =>
      path.includes('cursor')
        ? jsonAnswer(200, { data: [aConversation('c2', { folder_id: 'f1' })], next_cursor: null })
        : jsonAnswer(200, { data: [aConversation('c1', { folder_id: 'f1' })], next_cursor: 'n' }),
    )
    const list = useConversations()

    await list.narrow({ folder_id: 'f1', tag: '合同' })
    await list.loadMore()

    const narrowed = `place=list&folder_id=f1&tag=${encodeURIComponent('合同')}&limit=50`
    expect(sent.map(({ path }) => path)).toEqual([
      `/api/v1/conversations?${narrowed}`,
      `/api/v1/conversations?${narrowed}&cursor=n`,
    ])
    expect(shown(list)).toEqual(['c1', 'c2'])
  })

  it('drops the answer to what it was narrowed to before', async () => {
    const answers: ((answer: Response) => void)[] = []
    fakeNetwork(() => new Promise((resolve) => answers.push(resolve)))
    const list = useConversations()

    void list.narrow({ folder_id: 'slow' })
    const narrowing = list.narrow({ folder_id: 'f2' })
    answers[1]?.(jsonAnswer(200, { data: [aConversation('new')], next_cursor: null }))
    await narrowing
    answers[0]?.(jsonAnswer(200, { data: [aConversation('slow')], next_cursor: 'n' }))
    await flushPromises()

    expect(shown(list)).toEqual(['new'])
    expect(list.hasMore).toBe(false)
  })

  it('lets go of what is archived or leaves the folder it shows, and takes no temporary one', async () => {
    const inFolder = { folder_id: 'f1' }
    fakeNetwork(() =>
      jsonAnswer(200, {
        data: [aConversation('c1', inFolder), aConversation('c2', inFolder)],
        next_cursor: null,
      }),
    )
    const list = useConversations()
    await list.narrow(inFolder)

    list.put(aConversation('c1', { ...inFolder, archived: true }))
    list.put(aConversation('c2'))
    list.put(aConversation('c3', { ...inFolder, temporary: true }))

    expect(shown(list)).toEqual([])
  })
})
