import type { Conversation, Narrowing } from '@/api/conversations'

/** Whether a conversation belongs into the sidebar's list, narrowed as it is. */
export function belongs(conversation: Conversation, { folder_id, tag }: Narrowing): boolean {
  if (conversation.temporary || conversation.archived || conversation.purge_at != null) return false
  if (folder_id && conversation.folder_id !== folder_id) return false
  return !tag || conversation.tags?.includes(tag) === true
}
