import type { Conversation } from '@/api/conversations'

/** A listed conversation, but for what is said of it. */
export function aConversation(id: string, said: Partial<Conversation> = {}): Conversation {
  return {
    id,
    app_id: 'a1',
    title: `About ${id}`,
    pinned: false,
    archived: false,
    temporary: false,
    folder_id: null,
    tags: [],
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    purge_at: null,
    ...said,
  }
}
