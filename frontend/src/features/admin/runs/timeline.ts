import type { RunNode } from '@/api/admin-runs'

/** A node as it stands in the timeline. */
export interface TimelineRow {
  node: RunNode
  /** How many iterations and loops it stands within. */
  depth: number
  /** Where its bar begins and how long it is, in parts of a hundred of the whole. */
  start: number
  length: number
}

/** A bar that is shorter cannot be seen. */
const SHORTEST = 0.6

/** How long all of it took; something that runs has no end yet. */
export function spanOf(nodes: readonly RunNode[]): number {
  return Math.max(1, ...nodes.map((node) => node.start_ms + node.elapsed_ms))
}

/** All nodes in the order in which they began, those of an iteration or loop below it. */
export function timelineOf(nodes: readonly RunNode[]): TimelineRow[] {
  const span = spanOf(nodes)
  const children = new Map<RunNode | null, RunNode[]>()
  nodes.forEach((node, place) => {
    const container = containerOf(node, nodes.slice(0, place))
    children.set(container, [...(children.get(container) ?? []), node])
  })
  const rows = (container: RunNode | null, depth: number): TimelineRow[] =>
    (children.get(container) ?? []).flatMap((node) => [
      { node, depth, ...barOf(node, span) },
      ...rows(node, depth + 1),
    ])
  return rows(null, 0)
}

/** The latest of those that it can have run in: a container that ran twice has its name twice. */
function containerOf(node: RunNode, before: readonly RunNode[]): RunNode | null {
  const names = [node.iteration_id, node.loop_id]
  return (
    before.findLast(({ node_id }) => node_id !== node.node_id && names.includes(node_id)) ?? null
  )
}

function barOf(node: RunNode, span: number): { start: number; length: number } {
  const running = node.status === 'running'
  const start = Math.min(100 - SHORTEST, (node.start_ms / span) * 100)
  const length = running ? 100 - start : (node.elapsed_ms / span) * 100
  return { start, length: Math.min(100 - start, Math.max(SHORTEST, length)) }
}
