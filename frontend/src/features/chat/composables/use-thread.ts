import { computed, ref, shallowRef } from 'vue'
import { listMessages, type StoredMessage } from '@/api/conversations'
import { fromStored } from '../messages'
import { leafBelow, newest, pathTo, type Tree, withMessages, withoutMessages } from '../tree'
import type { ChatMessage } from '../types'

/**
 * The messages of the open conversation, read from the newest backwards without a gap, and which path of them
 * is shown.
 */
export function useThread() {
  const tree = shallowRef<Tree>(new Map())
  const leaf = ref<string | null>(null)
  /** The message before which the next older page ends; null when all were read. */
  const older = ref<string | null>(null)
  const messages = computed(() => pathTo(tree.value, leaf.value))
  const hasEarlier = computed(() => older.value !== null && messages.value[0]?.parent != null)
  /** The keys of the messages that were written here, by the ids they have got. */
  const keys = new Map<string, string>()
  const keyOf = (id: string) => keys.get(id) ?? id

  function clear(): void {
    tree.value = new Map()
    leaf.value = null
    older.value = null
    keys.clear()
  }

  /**
   * Reads the newest messages, back to those that are known. The newest path is shown, unless the reader has
   * chosen another one. `held` is written to here and stays as it is.
   */
  async function readNewest(id: string, signal: AbortSignal, held: string | null): Promise<void> {
    const first = tree.value.size === 0
    const atNewest = first || leaf.value === newest(tree.value.values())?.key
    let page = await listMessages(id, null, signal)
    const read = [...page.data]
    const known = ({ id }: StoredMessage) => tree.value.has(keyOf(id))
    while (!first && page.next_cursor != null && !page.data.some(known)) {
      page = await listMessages(id, page.next_cursor, signal)
      read.push(...page.data)
    }
    if (signal.aborted) return
    if (first) older.value = page.next_cursor ?? null
    take(read, held)
    if (atNewest) leaf.value = newest(tree.value.values())?.key ?? null
  }

  /** Reads older messages until the path shown has become longer. Throws `ApiError`. */
  async function readEarlier(id: string, signal: AbortSignal): Promise<void> {
    const before = messages.value.length
    while (hasEarlier.value && messages.value.length === before && !signal.aborted) {
      await readOlder(id, signal)
    }
  }

  /**
   * Shows the path through a message, reading back to it if need be. False when there is no such message.
   * Throws `ApiError`.
   */
  async function show(id: string, messageId: string, signal: AbortSignal): Promise<boolean> {
    const key = keyOf(messageId)
    while (!tree.value.has(key) && older.value !== null && !signal.aborted) {
      await readOlder(id, signal)
    }
    if (signal.aborted || !tree.value.has(key)) return false
    // Another path is taken only where the one that is shown does not lead there.
    if (!messages.value.some((message) => message.key === key)) {
      leaf.value = leafBelow(tree.value, key)
    }
    return true
  }

  async function readOlder(id: string, signal: AbortSignal): Promise<void> {
    const page = await listMessages(id, older.value, signal)
    if (signal.aborted) return
    take(page.data, null)
    older.value = page.next_cursor ?? null
  }

  function take(stored: readonly StoredMessage[], held: string | null): void {
    tree.value = withMessages(
      tree.value,
      stored.map((message) => {
        const read = fromStored(message, keyOf)
        const known = tree.value.get(read.key)
        return known ? renewed(known, read, read.key === held) : read
      }),
    )
  }

  /** Puts new messages at the end of the path, or of a path of their own. */
  function add(added: readonly ChatMessage[]): void {
    tree.value = withMessages(tree.value, added)
    leaf.value = added.at(-1)?.key ?? leaf.value
  }

  function remove(removed: ReadonlySet<string>, shown: string | null): void {
    if (leaf.value !== null && removed.has(leaf.value)) leaf.value = shown
    tree.value = withoutMessages(tree.value, removed)
  }

  function update<T extends ChatMessage>(key: string, change: (message: T) => T): void {
    const message = tree.value.get(key)
    if (!message) return
    const next = change(message as T)
    if (next.id !== null && next.id !== key) keys.set(next.id, key)
    if (next !== message) tree.value = new Map(tree.value).set(key, next)
  }

  return {
    tree,
    leaf,
    messages,
    hasEarlier,
    keyOf,
    clear,
    readNewest,
    readEarlier,
    show,
    add,
    remove,
    update,
  }
}

export type Thread = ReturnType<typeof useThread>

/** A message that was read again. What only this page knows of it stays. */
function renewed(known: ChatMessage, read: ChatMessage, held: boolean): ChatMessage {
  if (known.role === 'user' || read.role === 'user') return read
  if (held) return { ...known, parent: read.parent, siblings: read.siblings }
  return {
    ...read,
    failure: read.status === known.status ? known.failure : null,
    usage: read.usage ?? known.usage,
  }
}
