import { describe, expect, it } from 'vitest'
import {
  entriesOf,
  isBranch,
  keepDigits,
  parseJson,
  readable,
  WrittenNumber,
  written,
} from './json'

describe('JSON that is looked at', () => {
  it('is a value, and nothing where the text is none', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] })
    expect(parseJson('{"a":')).toBeUndefined()
  })

  it('keeps the digits of numbers that would be rounded, and no others', () => {
    const kept = keepDigits.call({}, '0', 9007199254740992, { source: '9007199254740993' })

    expect(kept).toEqual(new WrittenNumber('9007199254740993'))
    expect(written(kept as WrittenNumber)).toBe('9007199254740993')
    expect(keepDigits.call({}, '0', 0.1, { source: '0.1' })).toBe(0.1)
    expect(keepDigits.call({}, '0', 9007199254740992)).toBe(9007199254740992)
  })

  it('tells what holds something from what does not', () => {
    expect(isBranch([])).toBe(true)
    expect(isBranch({})).toBe(true)
    expect(isBranch(null)).toBe(false)
    expect(isBranch(new WrittenNumber('1'))).toBe(false)
    expect(entriesOf(['x'])).toEqual([['0', 'x']])
    expect(written('a "b"')).toBe('"a \\"b\\""')
  })

  it('is copied with blanks, and as it is where it is no JSON', () => {
    expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}')
    expect(readable('cut {')).toBe('cut {')
  })
})
