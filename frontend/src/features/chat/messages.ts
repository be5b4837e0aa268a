import { type ChatEvent, decodeFields, type FileEvent, MalformedEvent } from '@/api/chat-events'
import type { StoredMessage } from '@/api/conversations'
import type { SharedMessage } from '@/api/shares'
import { applyEvent } from './apply-event'
import type { Answer, ChatMessage, Question } from './types'

let nextKey = 0

export function newQuestion(content: string, place: Partial<Question> = {}): Question {
  const key = `new-${nextKey++}`
  return {
    role: 'user',
    key,
    id: null,
    parent: null,
    siblings: [key],
    createdAt: null,
    content,
    files: [],
    ...place,
  }
}

export function newAnswer(turnId: string | null = null, parent: string | null = null): Answer {
  const key = `new-${nextKey++}`
  return {
    role: 'assistant',
    key,
    id: null,
    parent,
    siblings: [key],
    createdAt: null,
    turnId,
    content: '',
    status: 'pending',
    parts: [],
    nodes: [],
    citations: [],
    failure: null,
    feedback: null,
    usage: null,
  }
}

/** @param keyOf the key of the message with an id, which differs from it for those that were written here */
export function fromStored(stored: StoredMessage, keyOf: (id: string) => string): ChatMessage {
  const base = {
    key: keyOf(stored.id),
    id: stored.id,
    parent: stored.parent_id == null ? null : keyOf(stored.parent_id),
    siblings: (stored.siblings ?? [stored.id]).map(keyOf),
    createdAt: stored.created_at,
    content: stored.content ?? '',
  }
  const files = (stored.files ?? []).map(toFile)
  if (stored.role === 'user') return { ...base, role: 'user', files }
  const answer: Answer = {
    ...newAnswer(waitingTurn(stored) ?? stored.turn_id),
    ...base,
    status: stored.status ?? 'completed',
    parts: files,
    feedback: stored.feedback ?? null,
    usage: usageOf(stored),
  }
  return (stored.parts ?? [])
    .map(({ type, ...fields }) =>
      // What kind of node it is has another name here, since the part has its own.
      decoded(type, type === 'node' ? { ...fields, type: fields.node_type } : fields),
    )
    .reduce(applyEvent, answer)
}

/** A snapshot: it has no ids, and nothing in it goes on. */
export function fromShared(shared: readonly SharedMessage[]): ChatMessage[] {
  return shared.map((message) => {
    const id = String(message.position)
    return fromStored(
      {
        ...message,
        id,
        conversation_id: '',
        turn_id: '',
        siblings: [id],
      },
      (key) => key,
    )
  })
}

/** What is stored may be newer than this page; then it says that it cannot show it. */
function decoded(name: string, fields: Record<string, unknown>): ChatEvent {
  try {
    return decodeFields(name, fields)
  } catch (error) {
    if (error instanceof MalformedEvent) return { type: 'unknown', name }
    throw error
  }
}

/** The turn under which the form is filled in that an answer waits for. */
function waitingTurn({ status, parts }: StoredMessage): string | null {
  if (status !== 'paused') return null
  const form = parts?.findLast(({ type, state }) => type === 'form' && state === 'open')
  return typeof form?.turn_id === 'string' ? form.turn_id : null
}

function usageOf({ usage }: StoredMessage): Answer['usage'] {
  const event = usage ? decoded('usage', usage) : null
  return event?.type === 'usage' ? event : null
}

function toFile(file: StoredMessage['files'][number]): FileEvent {
  return {
    type: 'file',
    id: file.id,
    name: file.name,
    media_type: file.media_type,
    size: file.size ?? null,
    url: file.url,
  }
}
