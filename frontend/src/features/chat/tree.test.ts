import { describe, expect, it } from 'vitest'
import { newAnswer, newQuestion } from './messages'
import {
  leafBelow,
  newest,
  pathTo,
  type Tree,
  versionsOf,
  withMessages,
  withoutMessages,
} from './tree'
import type { ChatMessage } from './types'

/** Ids sort by time: m01 is older than m02. */
function message(key: string, parent: string | null, siblings: readonly string[] = [key]) {
  const place = { key, id: key, parent, siblings }
  return Number(key.slice(1)) % 2 === 1
    ? newQuestion(key, place)
    : { ...newAnswer(null, parent), ...place }
}
const treeOf = (...messages: ChatMessage[]): Tree => withMessages(new Map(), messages)
const keys = (messages: readonly ChatMessage[]) => messages.map(({ key }) => key)

/** m01 → m02 → m03 → m04, and beside m02 a newer m06 → m07 → m08. */
const branched = treeOf(
  message('m01', null),
  message('m02', 'm01', ['m02', 'm06']),
  message('m03', 'm02'),
  message('m04', 'm03'),
  message('m06', 'm01', ['m02', 'm06']),
  message('m07', 'm06'),
  message('m08', 'm07'),
)

describe('a path', () => {
  it('goes from the beginning to its leaf', () => {
    expect(keys(pathTo(branched, 'm04'))).toEqual(['m01', 'm02', 'm03', 'm04'])
    expect(keys(pathTo(branched, 'm08'))).toEqual(['m01', 'm06', 'm07', 'm08'])
  })

  it('begins with what was read, where older messages were not', () => {
    expect(keys(pathTo(treeOf(message('m03', 'm02'), message('m04', 'm03')), 'm04'))).toEqual([
      'm03',
      'm04',
    ])
  })

  it('is empty where nothing is shown, and ends in a circle', () => {
    expect(pathTo(branched, null)).toEqual([])
    expect(keys(pathTo(treeOf(message('m01', 'm02'), message('m02', 'm01')), 'm02'))).toEqual([
      'm01',
      'm02',
    ])
  })
})

describe('the newest', () => {
  it('message is the one that came last, or has no id yet', () => {
    expect(newest(branched.values())?.key).toBe('m08')
    const asked = newQuestion('just now')
    expect(newest([...branched.values(), asked])?.key).toBe(asked.key)
    expect(newest([])).toBeNull()
  })

  it('path below a message follows the newest each time', () => {
    expect(leafBelow(branched, 'm01')).toBe('m08')
    expect(leafBelow(branched, 'm02')).toBe('m04')
    expect(leafBelow(branched, 'm08')).toBe('m08')
  })
})

describe('versions', () => {
  it('are known of each other when one is added, and forget it when it has come to nothing', () => {
    const old = branched.get('m06')
    if (!old) throw new Error('no m06')
    const again = { ...newAnswer(null, 'm01'), siblings: [...old.siblings, 'x'], key: 'x' }
    const added = withMessages(branched, [again])

    expect(versionsOf(again)).toEqual({ keys: ['m02', 'm06', 'x'], index: 2 })
    expect(added.get('m02')?.siblings).toEqual(['m02', 'm06', 'x'])
    expect(branched.get('m02')?.siblings).toEqual(['m02', 'm06'])

    const removed = withoutMessages(added, new Set(['x']))
    expect(removed.has('x')).toBe(false)
    expect(removed.get('m06')?.siblings).toEqual(['m02', 'm06'])
  })
})
