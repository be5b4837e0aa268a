import { describe, expect, it } from 'vitest'
import { fileName } from './file-name'

describe('the name of an exported file', () => {
  it.each([
    ['租赁合同 2026', '租赁合同 2026.md'],
    ['a/b\\c: "d" <e>|f?\n', 'a b c d e f.md'],
    ['../../etc', 'etc.md'],
    ['', 'conversation.md'],
    ['合'.repeat(100), `${'合'.repeat(80)}.md`],
  ])('of %j is %j', (title, name) => {
    expect(fileName(title, 'md')).toBe(name)
  })
})
