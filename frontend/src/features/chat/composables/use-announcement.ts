import { useIntervalFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Sentences, sentences } from '../sentences'
import { useChat } from '../stores/use-chat'

/** A screen reader that is told more often cannot end a sentence. */
const PACE_MS = 2500

/** What a screen reader is told: an answer by whole sentences while it comes, and how it ended. Not each token. */
export function useAnnouncement() {
  const { t, locale } = useI18n()
  const chat = useChat()
  const announcement = ref('')
  const phase = computed(() => chat.state.phase)
  let speech: Sentences | null = null
  let speaking: string | null = null

  const clock = useIntervalFn(
    () => {
      tell(spoken(false))
    },
    PACE_MS,
    { immediate: false },
  )

  function spoken(whole: boolean): string {
    const answer = chat.messages.findLast(({ key }) => key === speaking)
    return answer ? (speech?.next(answer.content, whole) ?? '') : ''
  }

  function tell(...words: readonly string[]): void {
    const text = words.filter(Boolean).join(' ')
    if (text) announcement.value = text
  }

  function begin(): void {
    const last = chat.messages.at(-1)
    if (!last || speaking === last.key) return
    speaking = last.key
    speech = sentences(locale.value)
    // An answer that is come upon is not told from its beginning.
    if (phase.value === 'streaming') speech.next(last.content, false)
    clock.resume()
  }

  function end(): void {
    clock.pause()
    const answer = chat.messages.findLast(({ key }) => key === speaking)
    const status = answer?.role === 'assistant' ? answer.status : null
    const rest = spoken(true)
    tell(rest, speech?.full ? t('chat.spokenEnd') : '', endingText(status))
    speaking = null
    speech = null
  }

  function endingText(status: string | null): string {
    switch (status) {
      case 'stopped':
        return t('chat.statusStopped')
      case 'stop_unconfirmed':
        return t('chat.statusUnconfirmed')
      case 'paused':
        return t('chat.statusPaused')
      default:
        return ''
    }
  }

  watch(phase, (now) => {
    if (now === 'submitting') announcement.value = t('chat.answering')
    if (now === 'submitting' || now === 'streaming') begin()
    else if (speaking !== null) end()
  })
  watch(
    () => chat.reconnecting,
    (lost) => {
      if (lost) tell(t('chat.reconnecting'))
    },
  )
  return announcement
}
