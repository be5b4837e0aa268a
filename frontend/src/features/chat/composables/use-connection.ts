import { useEventListener, useIntervalFn, useOnline } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useChat } from '../stores/use-chat'

const TRY_AGAIN_MS = 5000
const UNREACHED = new Set(['network_error', 'stream_cut', 'request_timeout'])

/** What the reader is told of the connection, and what goes on by itself once it is back. */
export function useConnection() {
  const chat = useChat()
  const online = useOnline()
  /** The reader wants the question to be sent as soon as it can be. */
  const waiting = ref(false)

  /** The last try has not reached the server. */
  const unreached = computed(
    () => chat.state.phase === 'failed' && UNREACHED.has(chat.state.failure.code),
  )
  const lost = computed(
    () => chat.state.phase === 'failed' && chat.state.failure.remedy === 'look-up',
  )

  /** Sends, or waits for the connection with what is to be sent. */
  async function send(): Promise<void> {
    if (!online.value && chat.canSubmit) {
      waiting.value = true
      return
    }
    waiting.value = false
    await chat.submit()
  }

  async function mend(): Promise<void> {
    if (!online.value || chat.busy) return
    if (lost.value) await chat.lookUp()
    if (!waiting.value || !chat.canSubmit) return
    // What is typed while it is on its way is another question, which its writer sends.
    waiting.value = false
    await chat.submit()
    if (chat.state.phase === 'failed' && unreached.value) {
      waiting.value = chat.state.failure.remedy === 'resubmit'
    }
  }

  const clock = useIntervalFn(() => void mend(), TRY_AGAIN_MS, { immediate: false })
  watch(
    () => waiting.value || lost.value,
    (hoping) => {
      if (hoping) clock.resume()
      else clock.pause()
    },
    { immediate: true },
  )
  // Whoever goes on writing is not done.
  watch(
    () => chat.draft,
    () => {
      waiting.value = false
    },
    { flush: 'sync' },
  )
  useEventListener(window, 'online', () => void mend())
  // Nothing is left to send, or another conversation is shown.
  watch([() => chat.draft === '' && !chat.busy, () => chat.conversationId], ([empty]) => {
    if (empty) waiting.value = false
  })

  return { online, waiting, unreached, send }
}
