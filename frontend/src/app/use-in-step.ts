import { useEventListener } from '@vueuse/core'
import { onScopeDispose } from 'vue'
import { ApiError } from '@/api/api-error'
import { type ConversationNews, listenToNews } from '@/api/tabs'
import { useChat } from '@/features/chat/stores/use-chat'
import { useConversations } from '@/features/conversations/stores/use-conversations'

/** Who comes back within this time finds what was left. */
const AWAY_MS = 30_000

/** Shows what was done to conversations in other tabs at once, and on other devices when the reader comes back. */
export function useInStep(): void {
  const chat = useChat()
  const conversations = useConversations()
  let looked = Date.now()

  async function hear(news: ConversationNews): Promise<void> {
    const { conversationId: id } = news
    if (news.kind === 'feedback') {
      if (id === chat.conversationId) chat.hearFeedback(news.messageId, news.feedback)
      return
    }
    const open = chat.conversationId !== null && (id === null || id === chat.conversationId)
    await Promise.all([
      id === null ? conversations.load() : conversations.refresh(id),
      open && !chat.busy && chat.readAnew(),
    ])
  }

  /** What cannot be read now is a little behind; the next news or coming back mends it. */
  async function quietly(work: () => Promise<unknown>, id: string | null = null): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.status === 404 && id !== null) conversations.remove(id)
    }
  }

  onScopeDispose(listenToNews((news) => void quietly(() => hear(news), news.conversationId)))

  function comeBack(): void {
    if (document.visibilityState === 'hidden' || Date.now() - looked < AWAY_MS) return
    looked = Date.now()
    void quietly(() => Promise.all([conversations.freshen(), chat.catchUp()]))
  }
  useEventListener(document, 'visibilitychange', comeBack)
  useEventListener(window, 'focus', comeBack)
  useEventListener(window, 'online', () => {
    looked = 0
    comeBack()
  })
}
