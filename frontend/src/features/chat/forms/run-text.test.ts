import { describe, expect, it } from 'vitest'
import type { FormField } from './form-field'
import { readRunText, runText } from './run-text'
import { wireValues } from './wire-values'

const words = { yes: 'Yes', no: 'No', nothing: 'Run' }
const field = (
  name: string,
  kind: FormField['kind'],
  more: Partial<FormField> = {},
): FormField => ({
  name,
  label: name.toUpperCase(),
  kind,
  required: false,
  hidden: false,
  placeholder: undefined,
  hint: undefined,
  maxLength: null,
  options: [],
  files: null,
  preset: null,
  ...more,
})
const fields = [
  field('topic', 'text'),
  field('tone', 'select', { options: ['kind', 'formal'], preset: 'kind' }),
  field('notes', 'paragraph'),
  field('count', 'number'),
  field('short', 'checkbox', { preset: true }),
  field('settings', 'json'),
  field('source', 'text', { hidden: true, preset: 'demo' }),
]

describe('the text of a run', () => {
  it.each([
    { topic: 'Leases', notes: 'one: two\n\nthree', count: '3', short: false },
    { topic: 'TONE: none', tone: 'formal', short: true },
    { settings: { json: '{\n  "a": 1\n}' }, short: false },
    { notes: 'only notes', short: true },
  ])('tells what was filled in: %o', (values) => {
    const text = runText(fields, values, words)
    const read = readRunText(fields, text)
    expect(wireValues(read ?? {})).toEqual(wireValues({ ...values, source: 'demo' }))
  })

  it('of one text alone stands for the first one', () => {
    const texts = [field('a', 'text'), field('b', 'text')]
    expect(runText(texts, { a: 'hello' }, words)).toBe('hello')
    expect(readRunText(texts, 'hello')).toEqual({ a: 'hello', b: '' })
    expect(readRunText(texts, runText(texts, { b: 'hello' }, words))).toEqual({ a: '', b: 'hello' })
  })

  it('does not tell files', () => {
    expect(readRunText([field('photo', 'file')], 'PHOTO: cat.png')).toBeNull()
    expect(readRunText([field('count', 'number')], 'something else')).toBeNull()
  })
})
