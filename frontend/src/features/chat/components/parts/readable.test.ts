import { expect, it } from 'vitest'
import { readable } from './readable'

it.each([
  ['{"query":"lease"}', '{\n  "query": "lease"\n}', true],
  [{ a: [1] }, '{\n  "a": [\n    1\n  ]\n}', true],
  ['{"query": "lea', '{"query": "lea', false],
  ['plain words', 'plain words', false],
  [7, '7', false],
  [{}, '', false],
  [null, '', false],
])('reads %j', (value, text, isJson) => {
  expect(readable(value)).toEqual({ text, isJson })
})
