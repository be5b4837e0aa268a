import { describe, expect, it } from 'vitest'
import { dangerOf, domainsIn, draftOf, isSame, NotJson, valueOf } from './setting-draft'
import { groupSettings } from './setting-groups'

const there = (type: string, value: unknown) => valueOf(draftOf({ type }, value))

describe('a setting that is edited', () => {
  it.each([
    ['choice', 'approval'],
    ['switch', true],
    ['domains', ['example.org', 'b.example']],
    ['number', 0],
    ['number', 90],
    ['zone', 'Asia/Shanghai'],
    ['banner', null],
    ['banner', { text: 'Hello', level: 'warning' }],
    ['banner', { text: 'Hello', level: 'error', until: '2027-01-31T18:00:00.000Z' }],
    ['of a newer server', { some: ['thing'] }],
  ])('comes back unchanged: %s %j', (type, value) => {
    expect(isSame(there(type, value), value)).toBe(true)
  })

  it('takes domains as people separate them', () => {
    expect(domainsIn(' Example.org, @b.example；c.example\nexample.org ')).toEqual([
      'example.org',
      'b.example',
      'c.example',
    ])
  })

  it('is no number while its field is empty', () => {
    expect(valueOf({ type: 'number', forever: false, value: ' ' })).toBeNull()
  })

  it('is refused here where it is no JSON', () => {
    expect(() => valueOf({ type: 'other', value: '{' })).toThrow(NotJson)
  })
})

describe('a change', () => {
  it.each([
    ['conversation_retention_days', 0, 30, 'conversation_retention_days'],
    ['audit_retention_days', 90, 30, 'audit_retention_days'],
    ['audit_retention_days', 30, 90, null],
    ['usage_retention_days', 30, 0, null],
    ['admins_need_totp', false, true, 'admins_need_totp'],
    ['admins_need_totp', true, false, null],
    ['sharing', 'members', 'off', 'sharing_off'],
    ['sharing', 'off', 'members', null],
  ])('of %s from %s to %s warns of %s', (key, before, after, danger) => {
    expect(dangerOf(key, before, after)).toBe(danger)
  })
})

describe('the settings page', () => {
  it('leaves out nothing that a newer server has', () => {
    const setting = (key: string) => ({
      key,
      type: 'x',
      options: [],
      value: 1,
      default: 1,
      description: '',
    })
    const groups = groupSettings([setting('from_the_future'), setting('banner')])

    expect(groups.map(({ name, settings }) => [name, settings.map(({ key }) => key)])).toEqual([
      ['telling', ['banner']],
      ['other', ['from_the_future']],
    ])
  })
})
