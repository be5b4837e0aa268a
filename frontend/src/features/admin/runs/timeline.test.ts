import { describe, expect, it } from 'vitest'
import type { RunNode } from '@/api/admin-runs'
import { spanOf, timelineOf } from './timeline'

const node = (node_id: string, start_ms: number, elapsed_ms: number, more = {}): RunNode => ({
  id: `${node_id}-${String(start_ms)}`,
  node_id,
  node_type: 'code',
  title: node_id,
  index: 1,
  status: 'succeeded',
  start_ms,
  elapsed_ms,
  created_at: '2026-11-22T10:00:00.000Z',
  ...more,
})

const shape = (nodes: RunNode[]) =>
  timelineOf(nodes).map(({ node, depth }) => `${'·'.repeat(depth)}${node.node_id}`)

describe('the timeline of a run', () => {
  it('puts what an iteration did below it, though others began meanwhile', () => {
    const nodes = [
      node('start', 0, 5),
      node('each', 10, 500),
      node('beside', 20, 50),
      node('inner', 30, 100, { iteration_id: 'each' }),
      node('inner', 150, 100, { iteration_id: 'each' }),
      node('end', 520, 5),
    ]

    expect(shape(nodes)).toEqual(['start', 'each', '·inner', '·inner', 'beside', 'end'])
  })

  it('nests a loop within an iteration, and gives each round its own', () => {
    const nodes = [
      node('each', 0, 900),
      node('again', 10, 200, { iteration_id: 'each' }),
      node('inner', 20, 100, { iteration_id: 'each', loop_id: 'again' }),
      node('again', 300, 200, { iteration_id: 'each' }),
      node('inner', 320, 100, { iteration_id: 'each', loop_id: 'again' }),
    ]

    expect(shape(nodes)).toEqual(['each', '·again', '··inner', '·again', '··inner'])
  })

  it('keeps a node whose iteration nobody has recorded', () => {
    expect(shape([node('inner', 0, 1, { iteration_id: 'lost' })])).toEqual(['inner'])
  })

  it('shows where and how long, and never beyond its end', () => {
    const [first, last, running] = timelineOf([
      node('first', 0, 250),
      node('last', 999, 1),
      node('still', 500, 0, { status: 'running' }),
    ])

    expect(first).toMatchObject({ start: 0, length: 25 })
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBeLessThanOrEqual(100)
    expect(last?.length).toBeGreaterThan(0.5)
    expect(running).toMatchObject({ start: 50, length: 50 })
  })

  it('of nothing is empty and takes no time to divide by', () => {
    expect(timelineOf([])).toEqual([])
    expect(spanOf([])).toBe(1)
  })
})
