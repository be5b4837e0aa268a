import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { Page } from '@/api/page'
import { usePages } from './use-pages'

/** A list whose pages are answered by hand. */
function aList() {
  const asked: { cursor: string | null; signal: AbortSignal; answer: Answer }[] = []
  const list = effectScope().run(() =>
    usePages<string>((cursor, signal) => {
      return new Promise<Page<string>>((resolve, reject) => {
        asked.push({ cursor, signal, answer: { resolve, reject } })
      })
    }),
  )
  if (!list) throw new Error('no scope')
  return { list, asked }
}
interface Answer {
  resolve: (page: Page<string>) => void
  reject: (error: unknown) => void
}

describe('a list read page by page', () => {
  it('adds the next page to what is shown', async () => {
    const { list, asked } = aList()
    const first = list.load()
    asked[0]?.answer.resolve({ data: ['a'], next_cursor: 'n' })
    await first
    const second = list.loadMore()
    expect(list.state.phase).toBe('loading-more')
    asked[1]?.answer.resolve({ data: ['b'], next_cursor: null })
    await second

    expect(asked.map(({ cursor }) => cursor)).toEqual([null, 'n'])
    expect(list.items).toEqual(['a', 'b'])
    expect(list.more).toBe(false)
  })

  it('shows only the answer to the last question', async () => {
    const { list, asked } = aList()
    const old = list.load()
    const now = list.load()
    asked[1]?.answer.resolve({ data: ['new'], next_cursor: null })
    await now
    asked[0]?.answer.resolve({ data: ['old'], next_cursor: null })
    await old

    expect(asked[0]?.signal.aborted).toBe(true)
    expect(list.items).toEqual(['new'])
  })

  it('keeps what was read when more cannot be, and goes on there', async () => {
    const { list, asked } = aList()
    const first = list.load()
    asked[0]?.answer.resolve({ data: ['a'], next_cursor: 'n' })
    await first
    const more = list.loadMore()
    asked[1]?.answer.reject(new Error('away'))
    await more
    expect(list.state.phase).toBe('failed')
    expect(list.items).toEqual(['a'])

    const again = list.retry()
    asked[2]?.answer.resolve({ data: ['b'], next_cursor: null })
    await again

    expect(asked[2]?.cursor).toBe('n')
    expect(list.items).toEqual(['a', 'b'])
  })

  it('does not show the answer to another question under a failure', async () => {
    const { list, asked } = aList()
    const first = list.load()
    asked[0]?.answer.resolve({ data: ['a'], next_cursor: null })
    await first
    const other = list.load()
    asked[1]?.answer.reject(new Error('away'))
    await other

    expect(list.items).toEqual([])
  })
})
