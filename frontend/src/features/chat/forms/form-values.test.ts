import { describe, expect, it } from 'vitest'
import type { AppControl } from '@/api/apps'
import type { Attachment } from '../types'
import { fieldsOfApp } from './form-field'
import { initialValues, problemsOf } from './form-values'
import { wireValues } from './wire-values'

const control = (type: string, variable: string, rest: object = {}): AppControl => ({
  type,
  variable,
  label: variable.toUpperCase(),
  required: false,
  hidden: false,
  options: [],
  allowed_file_types: [],
  allowed_file_extensions: [],
  ...rest,
})
const attachment = (state: Attachment['state'], id: string | null): Attachment => ({
  key: `k-${String(id)}`,
  name: 'cat.png',
  size: 3,
  kind: 'image',
  mediaType: 'image/png',
  state,
  progress: 1,
  file: id ? { id, name: 'cat.png', type: 'image', media_type: 'image/png', url: '/x' } : null,
  errorCode: null,
  preview: null,
})
const problem = (type: string, rest: object, value: unknown) =>
  problemsOf(fieldsOfApp([control(type, 'it', rest)]), { it: value }).it

describe('a form', () => {
  it('begins with what its author has set', () => {
    const fields = fieldsOfApp([
      control('text-input', 'name', { default_value: 'Ada' }),
      control('number', 'count', { default_value: 3 }),
      control('checkbox', 'urgent', { default_value: true }),
      control('select', 'tone', { options: ['a', 'b'], default_value: 'b' }),
      control('select', 'gone', { options: ['a'], default_value: 'z' }),
      control('json_object', 'more', { default_value: { a: 1 } }),
      control('file-list', 'scans'),
    ])

    expect(initialValues(fields)).toEqual({
      name: 'Ada',
      count: '3',
      urgent: true,
      tone: 'b',
      gone: '',
      more: { json: '{\n  "a": 1\n}' },
      scans: [],
    })
  })

  it('leaves a field of a kind to come to be entered as text', () => {
    expect(fieldsOfApp([control('external_data_tool', 'it')])[0]?.kind).toBe('text')
  })

  it('is sent with ids of files, objects as objects, and without what is empty', () => {
    const values = {
      name: 'Ada',
      empty: '  ',
      urgent: false,
      more: { json: '{"a":1}' },
      none: { json: '' },
      scan: attachment('ready', 'f1'),
      scans: [attachment('ready', 'f2'), attachment('failed', null)],
      nothing: [],
      absent: null,
    }

    expect(wireValues(values)).toEqual({
      name: 'Ada',
      urgent: false,
      more: { a: 1 },
      scan: 'f1',
      scans: ['f2'],
    })
  })

  it.each([
    ['text-input', { required: true }, ' ', 'required'],
    ['text-input', {}, '', undefined],
    ['text-input', { max_length: 2 }, 'abc', 'too_long'],
    ['text-input', { max_length: 2 }, '😀😀', undefined],
    ['number', {}, '1.5', undefined],
    ['number', {}, 'many', 'invalid'],
    ['select', { options: ['a'] }, 'b', 'invalid'],
    ['checkbox', { required: true }, false, undefined],
    ['json_object', {}, { json: '[1]' }, 'invalid'],
    ['json_object', {}, { json: '{"a":1}' }, undefined],
    ['file', { required: true }, null, 'required'],
    ['file', {}, attachment('uploading', null), 'uploading'],
    ['file-list', {}, [attachment('failed', null)], 'upload_failed'],
    ['file-list', { required: true }, [attachment('ready', 'f1')], undefined],
  ])('tells of %s %o with %o: %s', (type, rest, value, expected) => {
    expect(problem(type, rest, value)).toBe(expected)
  })

  it('does not ask for what is hidden', () => {
    expect(problem('text-input', { required: true, hidden: true }, '')).toBeUndefined()
  })
})
