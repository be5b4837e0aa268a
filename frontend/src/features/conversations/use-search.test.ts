import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { aConversation } from '../../../test/conversation'
import { fakeNetwork, jsonAnswer } from '../../../test/sse'
import { useSearch } from './use-search'

const found = (id: string) => ({ conversation: aConversation(id), hit_count: 0 })
const scope = effectScope()
const search = () => scope.run(useSearch) as ReturnType<typeof useSearch>

async function type(words: { value: string }, text: string): Promise<void> {
  words.value = text
  await nextTick()
}

async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(250)
  await flushPromises()
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the search', () => {
  it('waits for a pause in the typing, and looks for nothing when nothing is typed', async () => {
    const sent = fakeNetwork(() => jsonAnswer(200, { data: [found('c1')], complete: true }))
    const { words, results, state } = search()

    await type(words, '合')
    await type(words, '合同 ')
    await pause()
    expect(sent.map(({ path }) => path)).toEqual([
      `/api/v1/conversations/search?q=${encodeURIComponent('合同')}&limit=20`,
    ])
    expect(results.value.map(({ conversation }) => conversation.id)).toEqual(['c1'])

    await type(words, '  ')
    await pause()
    expect(sent).toHaveLength(1)
    expect(state.value.phase).toBe('idle')
    expect(results.value).toEqual([])
  })

  it('shows no answer to words that are no longer there', async () => {
    const answers: ((answer: Response) => void)[] = []
    fakeNetwork(() => new Promise((resolve) => answers.push(resolve)))
    const { words, results } = search()

    await type(words, 'old')
    await pause()
    await type(words, 'new')
    await pause()
    answers[1]?.(jsonAnswer(200, { data: [found('new')], complete: true }))
    answers[0]?.(jsonAnswer(200, { data: [found('old')], complete: true }))
    await flushPromises()

    expect(results.value.map(({ conversation }) => conversation.id)).toEqual(['new'])
  })

  it('goes on where the server has stopped, and shows each conversation once', async () => {
    const sent = fakeNetwork(({ path }) =>
      path.includes('cursor=older')
        ? jsonAnswer(200, { data: [found('c1'), found('c2')], next_cursor: null, complete: true })
        : jsonAnswer(200, { data: [found('c1')], next_cursor: 'older', complete: false }),
    )
    const { words, results, next, complete, goOn } = search()
    await type(words, 'x')
    await pause()
    expect([next.value, complete.value]).toEqual(['older', false])

    await goOn()
    await goOn()

    expect(sent).toHaveLength(2)
    expect(results.value.map(({ conversation }) => conversation.id)).toEqual(['c1', 'c2'])
    expect([next.value, complete.value]).toEqual([null, true])
  })
})
