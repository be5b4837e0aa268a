import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useChat } from '../stores/use-chat'

/** Longer answers are announced by their beginning; the whole is in the message list. */
const MAX_SPOKEN_CHARACTERS = 1000

/** What a screen reader is told: that an answer begins, and the answer once it is there. Not each token. */
export function useAnnouncement() {
  const { t } = useI18n()
  const chat = useChat()
  const announcement = ref('')
  const phase = computed(() => chat.state.phase)

  watch(phase, (now, before) => {
    if (now === 'submitting') announcement.value = t('chat.answering')
    else if (before === 'streaming' && now === 'idle') {
      const text = chat.messages.at(-1)?.content.slice(0, MAX_SPOKEN_CHARACTERS) ?? ''
      announcement.value = text && t('chat.answerReady', { text })
    } else if (now !== 'streaming') announcement.value = ''
  })
  return announcement
}
