import { describe, expect, it } from 'vitest'
import { nextRun, stateOf } from './task-state'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const task = (started_at: string, more: object = {}) => ({
  every: 'minute',
  runs: [{ started_at, done: 0, ...more }],
})
const ended = { finished_at: '2026-11-22T11:59:01Z' }

describe('a task', () => {
  it('is fine, running, failed or late by its latest run', () => {
    expect(stateOf({ every: 'hour', runs: [] }, NOW)).toBe('never')
    expect(stateOf(task('2026-11-22T11:59:00Z', ended), NOW)).toBe('fine')
    expect(stateOf(task('2026-11-22T11:59:00Z'), NOW)).toBe('running')
    expect(stateOf(task('2026-11-22T11:59:00Z', { ...ended, problem: 'x' }), NOW)).toBe('failed')
    expect(stateOf(task('2026-11-22T09:00:00Z', ended), NOW)).toBe('late')
  })

  it('is worth while again after its rhythm', () => {
    expect(nextRun(task('2026-11-22T11:59:00Z'))).toBe('2026-11-22T12:00:00.000Z')
  })
})
