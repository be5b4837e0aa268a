import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useChat } from '../stores/use-chat'
import { useInputForm } from '../stores/use-input-form'

/** The API's limit of a question, in UTF-16 units. */
const MAX_CHARACTERS = 100_000
/** From here on it is told how much is left. */
const NEARLY = 90_000

/** What keeps a question from being sent, and sending it as soon as its files are there. */
export function useSending(submit: () => Promise<void>) {
  const { t, n } = useI18n()
  const chat = useChat()
  const form = useInputForm()
  /** The question is to go as soon as its files are uploaded. */
  const held = ref(false)
  const attempts = ref(0)

  const isIn = (state: string) => chat.attachments.some((attachment) => attachment.state === state)
  const uploading = computed(() => isIn('uploading'))
  const failed = computed(() => isIn('failed'))
  const left = computed(() => MAX_CHARACTERS - chat.draft.length)
  const typed = computed(() => chat.draft.trim() !== '')
  const canSend = computed(
    () =>
      (chat.canSubmit || (typed.value && uploading.value && !chat.busy)) &&
      left.value >= 0 &&
      !failed.value,
  )
  const note = computed(() => {
    if (left.value < 0) return t('chat.tooLong', { count: n(-left.value) })
    if (failed.value) return t('chat.fileFailed')
    if (held.value) return t('chat.waitsForFiles')
    if (chat.attachments.length > 0 && !typed.value) return t('chat.sayWithFiles')
    if (chat.draft.length >= NEARLY) return t('chat.nearlyTooLong', { count: n(left.value) })
    return null
  })

  async function send(): Promise<void> {
    if (!canSend.value) return
    if (!form.validate()) {
      attempts.value += 1
      return
    }
    if (uploading.value) {
      held.value = !held.value
      return
    }
    held.value = false
    await submit()
  }

  watch([uploading, failed], () => {
    if (!held.value) return
    if (failed.value) held.value = false
    else if (!uploading.value) void send()
  })
  watch([() => chat.conversationId, typed], () => {
    held.value = false
  })

  return { canSend, note, send, attempts }
}
