import { describe, expect, it } from 'vitest'
import { parseTags, tagProblem } from './parse-tags'

describe('typed tags', () => {
  it('are separated by commas of either script, trimmed, each kept once', () => {
    expect(parseTags(' law, 合同，租赁、law ,,  old  files')).toEqual([
      'law',
      '合同',
      '租赁',
      'old files',
    ])
    expect(parseTags(' ,')).toEqual([])
  })

  it('are counted and measured, as the server does it, before they are sent', () => {
    expect(tagProblem(['a', '合'.repeat(50)])).toBeNull()
    expect(tagProblem(['合'.repeat(51)])).toBe('tooLongTag')
    expect(tagProblem(Array.from({ length: 21 }, (_, index) => `t${String(index)}`))).toBe(
      'tooManyTags',
    )
  })
})
