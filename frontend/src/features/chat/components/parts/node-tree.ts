import type { NodeEvent } from '@/api/chat-events'

/** A step with the steps within it: those of an iteration or a loop. */
export interface NodeBranch {
  node: NodeEvent
  children: NodeBranch[]
}

/** Sorts steps below the one they belong to; one whose parent was not told stands at the top. */
export function nodeTree(nodes: readonly NodeEvent[]): NodeBranch[] {
  const branches = nodes.map((node): NodeBranch => ({ node, children: [] }))
  const byId = new Map<string, NodeBranch>()
  for (const branch of branches) {
    // A parent is named by its node in the graph; one that ran several times is the one told last.
    byId.set(branch.node.node_id, branch)
    byId.set(branch.node.id, branch)
  }
  const roots: NodeBranch[] = []
  for (const branch of branches) {
    const parent = branch.node.parent_id === null ? undefined : byId.get(branch.node.parent_id)
    if (parent && !isWithin(parent, branch, byId)) parent.children.push(branch)
    else roots.push(branch)
  }
  return roots
}

/** A circle of parents would hide all that is in it. */
function isWithin(start: NodeBranch, wanted: NodeBranch, byId: Map<string, NodeBranch>): boolean {
  let branch: NodeBranch | undefined = start
  for (let depth = 0; branch && depth < 100; depth += 1) {
    if (branch === wanted) return true
    branch = branch.node.parent_id === null ? undefined : byId.get(branch.node.parent_id)
  }
  return false
}
