import { describe, expect, it } from 'vitest'
import type { NodeEvent } from '@/api/chat-events'
import { type NodeBranch, nodeTree } from './node-tree'

const node = (id: string, parent_id: string | null = null): NodeEvent => ({
  type: 'node',
  id,
  node_id: `graph-${id}`,
  node_type: 'llm',
  title: id,
  status: 'succeeded',
  index: 0,
  parent_id,
  elapsed_ms: null,
  error: null,
})
const names = (branches: NodeBranch[]): unknown[] =>
  branches.map(({ node: { id }, children }) => (children.length > 0 ? [id, names(children)] : id))

describe('the steps of a workflow', () => {
  it('stand below the iteration they belong to, whichever way it is named', () => {
    expect(names(nodeTree([node('a'), node('b', 'a'), node('c', 'graph-b'), node('d')]))).toEqual([
      ['a', [['b', ['c']]]],
      'd',
    ])
  })

  it('are all shown, also without their parent or in a circle', () => {
    expect(names(nodeTree([node('a', 'nowhere'), node('b', 'c'), node('c', 'b')])).flat(9)).toEqual(
      expect.arrayContaining(['a', 'b', 'c']),
    )
  })
})
