import type { ChatEvent } from '@/api/chat-events'
import type { Answer, AnswerPart } from './types'

/** Reasons of a replacement that only repeats what the answer was. */
const SAME_TEXT = new Set<string | null>(['continued', 'log_purged'])
/** Notices about the way an answer takes; once it is there they tell nothing. */
const PASSING_NOTICES = new Set(['handover', 'storage_delayed'])

/** The answer after one more event. Pure: the given answer is not changed. */
export function applyEvent(answer: Answer, event: ChatEvent): Answer {
  switch (event.type) {
    case 'turn':
      return {
        ...answer,
        id: event.assistant_message_id,
        createdAt: answer.createdAt ?? event.created_at,
        turnId: event.turn_id,
        status: 'streaming',
        failure: null,
      }
    case 'delta':
      return { ...answer, content: answer.content + event.text }
    case 'replace':
      return {
        ...answer,
        content: event.text,
        parts: SAME_TEXT.has(event.reason) ? answer.parts : [...answer.parts, { type: 'replaced' }],
      }
    case 'thought':
    case 'tool':
    case 'file':
    case 'form':
    case 'notice':
    case 'unknown':
      return { ...answer, parts: upsert(answer.parts, event, partKey) }
    case 'node':
      return { ...answer, nodes: upsert(answer.nodes, event, (node) => node.id) }
    case 'citation':
      return { ...answer, citations: upsert(answer.citations, event, (it) => it.position) }
    case 'done':
      return { ...answer, status: event.status, parts: answer.parts.filter(lasting) }
    case 'error':
      return {
        ...answer,
        status: event.code === 'turn_interrupted' ? 'interrupted' : 'failed',
        parts: answer.parts.filter(lasting),
        failure: { code: event.code, requestId: event.request_id },
      }
    case 'cut':
      return { ...answer, status: 'cut' }
    case 'usage':
      return { ...answer, usage: event }
    case 'title':
      return answer
  }
}

function lasting(part: AnswerPart): boolean {
  return part.type !== 'notice' || !PASSING_NOTICES.has(part.code)
}

function partKey(part: AnswerPart): string {
  switch (part.type) {
    case 'thought':
    case 'tool':
    case 'file':
      return `${part.type}:${part.id}`
    case 'form':
      return `form:${part.form_id}`
    case 'notice':
      return `notice:${part.code}`
    case 'unknown':
      return `unknown:${part.name}`
    case 'replaced':
      return 'replaced'
  }
}

function upsert<T>(items: readonly T[], item: T, key: (item: T) => unknown): readonly T[] {
  const wanted = key(item)
  return items.some((known) => key(known) === wanted)
    ? items.map((known) => (key(known) === wanted ? item : known))
    : [...items, item]
}
