import { expect, it } from 'vitest'
import { inShort, readDetails } from './details'

it('pairs what was with what is', () => {
  expect(
    readDetails({ fields: 'name order', old_name: 'A', new_name: 'B', old: 'x', new: 'y' }),
  ).toEqual([
    { name: 'fields', value: 'name order' },
    { name: 'name', old: 'A', value: 'B' },
    { name: '', old: 'x', value: 'y' },
  ])
})

it('tells what is only there on one side', () => {
  expect(readDetails({ new_limit: '5' })).toEqual([{ name: 'limit', value: '5' }])
  expect(readDetails({ old_limit: '5' })).toEqual([{ name: 'limit', old: '5', value: '' }])
})

it('shows what is no object as it is', () => {
  expect(readDetails('spoilt')).toEqual([{ name: '', value: 'spoilt' }])
  expect(readDetails({ count: 3, list: ['a'] })).toEqual([
    { name: 'count', value: '3' },
    { name: 'list', value: '["a"]' },
  ])
  expect(readDetails(null)).toEqual([])
})

it('leaves ids out of what is told in short, and fields that are told with their values', () => {
  const name = { name: 'name', old: 'A', value: 'B' }
  const fields = { name: 'fields', value: 'name api_key' }

  expect(
    inShort([{ name: 'fields', value: 'name' }, name, { name: 'app_id', value: '1' }]),
  ).toEqual([name])
  expect(inShort([fields, name])).toEqual([fields, name])
})
