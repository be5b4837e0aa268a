import type { ChatMessage, Versions } from './types'

/** The messages of a conversation that were read, by their keys. One path of them is shown. */
export type Tree = ReadonlyMap<string, ChatMessage>

/** The messages from the beginning, or from the first that was read, down to `leaf`. */
export function pathTo(tree: Tree, leaf: string | null): readonly ChatMessage[] {
  const path: ChatMessage[] = []
  const seen = new Set<string>()
  let message = leaf === null ? undefined : tree.get(leaf)
  while (message && !seen.has(message.key)) {
    seen.add(message.key)
    path.push(message)
    message = message.parent === null ? undefined : tree.get(message.parent)
  }
  return path.reverse()
}

/** The newest message; nothing can follow it, so it ends a path. */
export function newest(messages: Iterable<ChatMessage>): ChatMessage | null {
  let found: ChatMessage | null = null
  for (const message of messages) if (!found || isAfter(message, found)) found = message
  return found
}

/** Where the path through a message ends that goes on with the newest each time. */
export function leafBelow(tree: Tree, key: string): string {
  const following = new Map<string, ChatMessage>()
  for (const message of tree.values()) {
    if (message.parent === null) continue
    const known = following.get(message.parent)
    if (!known || isAfter(message, known)) following.set(message.parent, message)
  }
  const seen = new Set([key])
  let leaf = key
  for (let next = following.get(leaf); next && !seen.has(next.key); next = following.get(leaf)) {
    leaf = next.key
    seen.add(leaf)
  }
  return leaf
}

export function versionsOf({ key, siblings }: ChatMessage): Versions {
  return { keys: siblings, index: siblings.indexOf(key) }
}

/** With new messages; those beside them know of them. */
export function withMessages(tree: Tree, added: readonly ChatMessage[]): Tree {
  const next = new Map(tree)
  for (const message of added) next.set(message.key, message)
  for (const message of added) {
    for (const key of message.siblings) adopt(next, key, message.siblings)
  }
  return next
}

/** Without messages that have come to nothing; those beside them forget them. */
export function withoutMessages(tree: Tree, keys: ReadonlySet<string>): Tree {
  const next = new Map(tree)
  for (const key of keys) {
    const siblings = next.get(key)?.siblings.filter((sibling) => !keys.has(sibling)) ?? []
    next.delete(key)
    for (const sibling of siblings) adopt(next, sibling, siblings)
  }
  return next
}

function adopt(tree: Map<string, ChatMessage>, key: string, siblings: readonly string[]): void {
  const message = tree.get(key)
  if (message && message.siblings !== siblings) tree.set(key, { ...message, siblings })
}

/** The ids are UUIDv7, which sort by time; what has none yet is newer than all. */
function isAfter(message: ChatMessage, other: ChatMessage): boolean {
  if (message.id === null) return true
  return other.id !== null && message.id > other.id
}
