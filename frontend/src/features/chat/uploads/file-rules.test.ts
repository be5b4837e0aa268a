import { describe, expect, it } from 'vitest'
import {
  acceptOf,
  chooseFiles,
  extensionsOf,
  kindOf,
  rulesOfField,
  rulesOfUpload,
} from './file-rules'

const upload = (types: string[], extensions: string[] = [], count: number | null = 3) => ({
  enabled: true,
  allowed_file_types: types,
  allowed_file_extensions: extensions,
  number_limits: count,
})
const rulesOf = (...given: Parameters<typeof upload>) => {
  const rules = rulesOfUpload(upload(...given))
  if (!rules) throw new Error('none')
  return rules
}
const file = (name: string, size = 1) => new File(['x'.repeat(size)], name)

describe('the files an app takes', () => {
  it('are none where it has not said so', () => {
    expect(rulesOfUpload(undefined)).toBeNull()
    expect(rulesOfUpload({ ...upload(['image']), enabled: false })).toBeNull()
  })

  it('are judged by their extension, whatever its case', () => {
    expect(kindOf('Cat.JPG', rulesOf(['image']))).toBe('image')
    expect(kindOf('cat.pdf', rulesOf(['image']))).toBeNull()
    expect(kindOf('none', rulesOf(['image', 'document']))).toBeNull()
  })

  it('may have extensions of their own, which then are told to Dify as such', () => {
    const rules = rulesOf(['image', 'custom'], ['.DWG'])

    expect(kindOf('plan.dwg', rules)).toBe('custom')
    expect(kindOf('plan.step', rules)).toBeNull()
    expect(kindOf('photo.png', rules)).toBe('image')
  })

  it('are any where custom ones are not named', () => {
    expect(kindOf('plan.step', rulesOf(['custom']))).toBe('custom')
    expect(acceptOf(rulesOf(['custom']))).toBeUndefined()
    expect(extensionsOf(rulesOf(['custom']))).toEqual([])
  })

  it('are what the file dialog offers', () => {
    expect(acceptOf(rulesOf(['image']))).toBe('.jpg,.jpeg,.png,.webp,.gif,.svg')
    expect(acceptOf(rulesOf(['custom'], ['dwg']))).toBe('.dwg')
  })

  it('are never more than the API takes with one question', () => {
    expect(rulesOf(['image'], [], 500).maxCount).toBe(50)
    expect(rulesOf(['image'], [], null).maxCount).toBe(50)
  })
})

it('a field for one file takes one, a list as many as it says', () => {
  const field = { allowed_file_types: ['image'], allowed_file_extensions: [], max_length: 4 }

  expect(rulesOfField({ ...field, type: 'file' }).maxCount).toBe(1)
  expect(rulesOfField({ ...field, type: 'file-list' }).maxCount).toBe(4)
})

it('what would be refused anyway is told before it is sent', () => {
  const files = [file('a.png'), file('b.exe'), file('c.png', 0), file('d.png'), file('e.png')]

  const { taken, rejected } = chooseFiles(files, 1, rulesOf(['image'], [], 3))

  expect(taken.map(({ file: { name } }) => name)).toEqual(['a.png', 'd.png'])
  expect(rejected).toEqual([
    { name: 'b.exe', reason: 'type' },
    { name: 'c.png', reason: 'empty' },
    { name: 'e.png', reason: 'count' },
  ])
})
