import { expect, it, vi } from 'vitest'
import { useWhole } from './use-whole'

const cut = { truncated: ['inputs'], too_large: [] as string[], inputs: 'a part' }

it('says nothing of what is whole', () => {
  const { notice, shown } = useWhole(
    () => ({ truncated: [], too_large: [] }),
    () => Promise.reject(new Error('not asked for')),
  )
  expect(notice.value).toBeNull()
  expect(shown.value).toEqual({ truncated: [], too_large: [] })
})

it('shows the whole instead of the part once it was asked for, and the part again when that is read anew', async () => {
  const whole = { truncated: [], too_large: [], inputs: 'all of it' }
  const { shown, notice, isCut, ask, forget } = useWhole(
    () => cut,
    () => Promise.resolve(whole),
  )
  expect(notice.value).toBe('truncatedText')
  expect(isCut('inputs')).toBe(true)

  await ask()
  expect(shown.value).toEqual(whole)
  expect(notice.value).toBeNull()
  expect(isCut('inputs')).toBe(false)

  forget()
  expect(shown.value).toEqual(cut)
})

it.each([
  ['wholeGone', []],
  ['tooLarge', ['inputs']],
])('tells why there is no whole: %s', async (why, tooLarge) => {
  const { notice, ask } = useWhole(
    () => cut,
    () => Promise.resolve({ ...cut, too_large: tooLarge }),
  )
  await ask()
  expect(notice.value).toBe(why)
})

it('asks once at a time, and again after a failure', async () => {
  const read = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce(cut)
  const { asking, notice, ask } = useWhole(() => cut, read)

  await Promise.all([ask(), ask()])
  expect(read).toHaveBeenCalledTimes(1)
  expect(asking.value).toEqual({ error: new Error('away') })
  expect(notice.value).toBe('truncatedText')

  await ask()
  expect(asking.value).toBe('no')
})
