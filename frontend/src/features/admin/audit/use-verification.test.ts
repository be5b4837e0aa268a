import { describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { type Verification, verifyAudit } from '@/api/admin-audit'
import { useVerification } from './use-verification'

vi.mock(import('@/api/admin-audit'), async (original) => ({
  ...(await original()),
  verifyAudit: vi.fn(),
}))
const ask = vi.mocked(verifyAudit)

const report = (checked: number, next_cursor: string | null): Verification => ({
  whole: next_cursor === null,
  checked,
  late: 0,
  unsealed: 0,
  anchor: null,
  head: '2:ab',
  head_removed: false,
  break: null,
  next_cursor,
})

function aVerification() {
  const verification = effectScope().run(() => useVerification())
  if (!verification) throw new Error('no scope')
  return verification
}

describe('a verification', () => {
  it('walks through all of the log, with the noted head each time', async () => {
    ask.mockResolvedValueOnce(report(5000, 'n')).mockResolvedValueOnce(report(6000, null))
    const verification = aVerification()

    await verification.begin(' 1:aa ')

    expect(ask.mock.calls.map(([head, cursor]) => [head, cursor])).toEqual([
      ['1:aa', null],
      ['1:aa', 'n'],
    ])
    expect(verification.state).toMatchObject({ phase: 'done', report: { checked: 6000 } })
  })

  it('goes on where it failed', async () => {
    ask.mockReset()
    ask
      .mockResolvedValueOnce(report(5000, 'n'))
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(report(6000, null))
    const verification = aVerification()
    await verification.begin('')
    expect(verification.state.phase).toBe('failed')

    await verification.goOn()

    expect(ask.mock.calls.map(([head, cursor]) => [head, cursor])).toEqual([
      [null, null],
      [null, 'n'],
      [null, 'n'],
    ])
    expect(verification.state.phase).toBe('done')
  })
})
