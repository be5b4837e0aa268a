import { describe, expect, it } from 'vitest'
import type { ApiKey } from '@/api/api-keys'
import { changeOf, draftOf, isWhole, type KeyDraft, widens } from './key-draft'

const NOW = Date.parse('2026-11-22T12:00:00.000Z')

const free: ApiKey = {
  id: 'k1',
  name: 'Open WebUI',
  identifier: 'abc',
  scopes: ['chat'],
  trusted: false,
  created_at: '2026-01-01T00:00:00.000Z',
  expires_at: null,
  last_used_at: null,
}
const bound: ApiKey = {
  ...free,
  apps: ['a1', 'a2'],
  requests_per_minute: 60,
  expires_at: '2027-01-01T00:00:00.000Z',
}

const change = (key: ApiKey, edited: Partial<KeyDraft>) =>
  changeOf(key, { ...draftOf(key), ...edited }, NOW)

describe('a change of a key', () => {
  it('is empty where nothing was edited', () => {
    expect(change(bound, {})).toEqual({})
    expect(change(free, {})).toEqual({})
  })

  it('holds what was edited and nothing else', () => {
    expect(change(bound, { name: ' Script ' })).toEqual({ name: 'Script' })
    expect(change(bound, { apps: ['a2', 'a1'] })).toEqual({})
    expect(change(bound, { apps: ['a1'] })).toEqual({ apps: ['a1'] })
    expect(change(free, { limit: '5', trusted: true })).toEqual({
      requests_per_minute: 5,
      trusted: true,
    })
    expect(change(free, { lifetime: '30' })).toEqual({ expires_at: '2026-12-22T12:00:00.000Z' })
  })

  it('lifts rules by name', () => {
    expect(change(bound, { reach: 'all', limit: ' ', lifetime: '' })).toEqual({
      lift: ['apps', 'requests_per_minute', 'expires_at'],
    })
    expect(change(free, { reach: 'all', limit: '', lifetime: '' })).toEqual({})
  })
})

describe('the password', () => {
  it('is wanted where the key is to do more', () => {
    for (const more of [
      { trusted: true },
      { reach: 'all' as const },
      { apps: ['a1', 'a3'] },
      { limit: '61' },
      { limit: '' },
      { lifetime: '365' as const },
      { lifetime: '' as const },
    ])
      expect(widens(bound, change(bound, more)), JSON.stringify(more)).toBe(true)
  })

  it('is not wanted where something is taken', () => {
    const trusted = { ...bound, trusted: true }
    for (const less of [
      { name: 'x' },
      { apps: ['a1'] },
      { limit: '59' },
      { lifetime: '30' as const },
      { trusted: false },
    ])
      expect(widens(trusted, change(trusted, less)), JSON.stringify(less)).toBe(false)
    const rules = { reach: 'some' as const, apps: ['a1'], limit: '1', lifetime: '30' as const }
    expect(widens(free, change(free, rules))).toBe(false)
  })
})

it('wants an app in a list and digits in a limit', () => {
  expect(isWhole({ reach: 'some', apps: [], limit: '' })).toBe(false)
  expect(isWhole({ reach: 'some', apps: ['a1'], limit: ' 12 ' })).toBe(true)
  expect(isWhole({ reach: 'all', apps: [], limit: 'ten' })).toBe(false)
})
