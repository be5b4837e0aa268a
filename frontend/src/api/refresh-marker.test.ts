import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markedAsRefreshing, otherRefreshIsOver } from './refresh-marker'

const never = () => false

/** A page that is reloaded in the middle of its refresh: nothing of it runs on. */
function beginAndDie(): void {
  void markedAsRefreshing(() => new Promise(() => undefined))
}

/** @returns whether the wait was over after so many milliseconds */
async function isOverAfter(milliseconds: number, enough = never): Promise<boolean> {
  let over = false
  void otherRefreshIsOver(enough).then(() => (over = true))
  await vi.advanceTimersByTimeAsync(milliseconds)
  return over
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page that wants to refresh', () => {
  it('waits for nobody when nobody refreshes', async () => {
    expect(await isOverAfter(0)).toBe(true)
  })

  it('waits until the other page is done', async () => {
    let finish: (value: string) => void = () => undefined
    const other = markedAsRefreshing(() => new Promise<string>((resolve) => (finish = resolve)))

    expect(await isOverAfter(1_000)).toBe(false)
    finish('token')

    expect(await other).toBe('token')
    expect(await isOverAfter(0)).toBe(true)
  })

  it('goes on when the other one has failed', async () => {
    const other = markedAsRefreshing(() => Promise.reject(new Error('offline')))

    await expect(other).rejects.toThrow('offline')
    expect(await isOverAfter(0)).toBe(true)
  })

  it('waits on when the other one only went away, for its request lives on', async () => {
    let abort: (reason: Error) => void = () => undefined
    const other = markedAsRefreshing(() => new Promise((_, reject) => (abort = reject)))
    window.dispatchEvent(new Event('pagehide'))
    abort(new Error('aborted'))
    await expect(other).rejects.toThrow('aborted')
    window.dispatchEvent(new Event('pageshow'))

    expect(await isOverAfter(1_000)).toBe(false)
  })

  it('goes on when it has been told the token', async () => {
    beginAndDie()

    expect(await isOverAfter(0, () => true)).toBe(true)
  })

  it('is not held up for long by one that has died', async () => {
    beginAndDie()

    expect(await isOverAfter(2_900)).toBe(false)
    expect(await isOverAfter(200)).toBe(true)
  })

  it('is not held up by what a clock that was set back has left', async () => {
    beginAndDie()
    vi.setSystemTime(Date.now() - 60_000)

    expect(await isOverAfter(0)).toBe(true)
  })

  it('leaves the mark of a later page alone', async () => {
    let finish: () => void = () => undefined
    const slow = markedAsRefreshing(() => new Promise<void>((resolve) => (finish = resolve)))
    await vi.advanceTimersByTimeAsync(4_000)
    beginAndDie()
    finish()
    await slow

    expect(await isOverAfter(100)).toBe(false)
  })

  it('refreshes all the same where nothing may be stored', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('no', 'SecurityError')
      },
      setItem: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })

    expect(await isOverAfter(0)).toBe(true)
    await expect(markedAsRefreshing(() => Promise.resolve('token'))).resolves.toBe('token')
  })
})
