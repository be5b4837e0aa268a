import type { FileEvent } from '@/api/chat-events'
import type { StoredFile, StoredMessage } from '@/api/conversations'
import type { SharedMessage } from '@/api/shares'
import type { Answer, ChatMessage, Question } from './types'

let nextKey = 0

export function newQuestion(content: string): Question {
  return { role: 'user', key: `new-${nextKey++}`, id: null, content, files: [] }
}

export function newAnswer(turnId: string | null = null): Answer {
  return {
    role: 'assistant',
    key: `new-${nextKey++}`,
    id: null,
    turnId,
    content: '',
    status: 'pending',
    parts: [],
    nodes: [],
    citations: [],
    failure: null,
  }
}

/** In the order of time, whatever the order on the wire: the ids are UUIDv7, which sort by time. */
export function fromStored(stored: readonly StoredMessage[]): ChatMessage[] {
  return stored.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(toMessage)
}

/** A snapshot: it has no ids, and nothing in it goes on. */
export function fromShared(shared: readonly SharedMessage[]): ChatMessage[] {
  return shared.map((message) =>
    toMessage({ ...message, id: String(message.position), turn_id: null }),
  )
}

type Told = Pick<StoredMessage, 'id' | 'role' | 'content' | 'turn_id' | 'status' | 'files'>

function toMessage(stored: Told): ChatMessage {
  const base = { key: stored.id, id: stored.id, content: stored.content ?? '' }
  const files = (stored.files ?? []).map(toFile)
  if (stored.role === 'user') return { ...base, role: 'user', files }
  return {
    ...base,
    role: 'assistant',
    turnId: stored.turn_id,
    status: stored.status ?? 'completed',
    parts: files,
    nodes: [],
    citations: [],
    failure: null,
  }
}

function toFile(file: StoredFile): FileEvent {
  return {
    type: 'file',
    id: file.id,
    name: file.name,
    media_type: file.media_type,
    size: file.size ?? null,
    url: file.url,
  }
}
