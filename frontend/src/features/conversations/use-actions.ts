import { useI18n } from 'vue-i18n'
import * as api from '@/api/conversations'
import { exportConversation, type ExportFormat } from '@/api/portability'
import { useNotice } from '@/components/composables/use-notice'
import { saveFile } from '@/components/save-file'
import { useErrorText } from '@/i18n/use-error-text'
import { EXPORT_FILES, fileName } from './file-name'
import { useConversations } from './stores/use-conversations'
import { useShelves } from './stores/use-shelves'

/**
 * What can be done to a conversation without asking back. Each tells what it did, or why it could not; the sidebar
 * and the counts follow.
 */
export function useActions() {
  const { t } = useI18n()
  const { textOf } = useErrorText()
  const list = useConversations()
  const shelves = useShelves()
  const notice = useNotice()

  /** True when it was done. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      void shelves.recount()
      return true
    } catch (error) {
      notice.tell({ text: textOf(error), failed: true })
      return false
    }
  }

  function tell(text: string, undo?: () => unknown): void {
    notice.tell({ text, ...(undo && { action: { label: t('history.undo'), run: undo } }) })
  }

  /** Throws `ApiError`, for dialogs that show it. */
  async function change(id: string, wanted: api.ConversationChange): Promise<void> {
    list.put(await api.changeConversation(id, wanted))
    void shelves.recount()
  }

  /** Into a folder, or out of any. Throws `ApiError`. */
  async function move(id: string, folderId: string | null): Promise<void> {
    if (folderId !== null) return change(id, { folder_id: folderId })
    await api.takeOutOfFolder(id)
    await list.refresh(id)
    void shelves.recount()
  }

  function pin(id: string, pinned: boolean): Promise<boolean> {
    return attempt(() => change(id, { pinned }))
  }

  function archive(id: string): Promise<boolean> {
    return attempt(async () => {
      await change(id, { archived: true })
      tell(t('history.archived'), () => unarchive(id))
    })
  }

  function unarchive(id: string): Promise<boolean> {
    return attempt(async () => {
      await change(id, { archived: false })
      tell(t('history.unarchived'))
    })
  }

  function toTrash(id: string): Promise<boolean> {
    return attempt(async () => {
      await api.deleteConversation(id)
      list.remove(id)
      tell(t('history.trashed'), () => restore(id))
    })
  }

  function restore(id: string): Promise<boolean> {
    return attempt(async () => {
      list.put(await api.restoreConversation(id))
      tell(t('history.restored'))
    })
  }

  function save(conversation: api.Conversation, format: ExportFormat): Promise<boolean> {
    return attempt(async () => {
      tell(t('history.exporting'))
      const content = await exportConversation(
        conversation.id,
        format,
        new AbortController().signal,
      )
      const { type, ending } = EXPORT_FILES[format]
      saveFile(content, type, fileName(conversation.title ?? '', ending))
      notice.clear()
    })
  }

  return { change, move, pin, archive, unarchive, toTrash, restore, save }
}
