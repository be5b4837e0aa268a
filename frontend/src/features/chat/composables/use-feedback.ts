import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Feedback } from '@/api/conversations'
import { rateAnswer } from '@/api/feedback'
import { useNotice } from '@/components/composables/use-notice'
import { useErrorText } from '@/i18n/use-error-text'
import { useChat } from '../stores/use-chat'
import type { Answer } from '../types'

/** What the reader thinks of an answer: shown at once, and as it was again when the server does not take it. */
export function useFeedback(answer: () => Answer) {
  const { t } = useI18n()
  const { textOf } = useErrorText()
  const chat = useChat()
  const notice = useNotice()
  const sending = ref(false)

  /** False when it was not taken. */
  async function say(feedback: Feedback | null): Promise<boolean> {
    const about = answer()
    if (sending.value || about.id === null) return false
    const before = about.feedback
    sending.value = true
    chat.setFeedback(about, feedback)
    try {
      chat.setFeedback(about, await rateAnswer(about.id, feedback))
      return true
    } catch (error) {
      chat.setFeedback(about, before)
      notice.tell({ text: `${t('chat.feedbackFailed')} ${textOf(error)}`, failed: true })
      return false
    } finally {
      sending.value = false
    }
  }

  return { sending, say }
}
