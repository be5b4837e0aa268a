import { expect, it } from 'vitest'
import { readWhole } from './read-whole'

it('gives the same blocks for a text that was read before', () => {
  expect(readWhole('# One')).toBe(readWhole('# One'))
  expect(readWhole('# One')).not.toBe(readWhole('# Two'))
})

it('forgets what was not read for longest', () => {
  const first = readWhole('one')
  const second = readWhole('two')
  for (let n = 0; n < 12; n += 1) {
    readWhole(`${n}\n\n${'x'.repeat(99_000)}`)
    expect(readWhole('two')).toBe(second)
  }

  expect(readWhole('one')).not.toBe(first)
})
