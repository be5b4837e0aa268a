import { nextTick, type Ref, ref } from 'vue'
import type { Virtualizer } from 'virtua/vue'
import { useChat } from '../stores/use-chat'

const HIGHLIGHT_MS = 2500
const TOP_GAP_PX = 16
/** An item that was never shown is measured first; then it is there. */
const MAX_FRAMES = 60

type List = InstanceType<typeof Virtualizer>

/** Takes the reader to one message, wherever it is, and marks it for a moment. */
export function useJump(
  list: Readonly<Ref<List | null>>,
  scroller: Readonly<Ref<HTMLElement | null>>,
  release: () => void,
) {
  const chat = useChat()
  /** The key of the message that is marked, which is on the page wherever the reader is. */
  const marked = ref<string | null>(null)

  /** False when there is no such message. Throws `ApiError`. */
  async function jumpTo(messageId: string): Promise<boolean> {
    if (!(await chat.show(messageId))) return false
    await nextTick()
    const index = chat.messages.findIndex(({ id, key }) => id === messageId || key === messageId)
    const key = chat.messages[index]?.key
    if (key === undefined) return false
    release()
    marked.value = key
    list.value?.scrollToIndex(index, { align: 'start', offset: -TOP_GAP_PX })
    const element = await shown(key)
    element?.focus({ preventScroll: true })
    list.value?.scrollToIndex(index, { align: 'start', offset: -TOP_GAP_PX })
    setTimeout(() => {
      if (marked.value === key) marked.value = null
    }, HIGHLIGHT_MS)
    return true
  }

  async function shown(key: string): Promise<HTMLElement | null> {
    for (let frames = 0; frames < MAX_FRAMES; frames += 1) {
      await new Promise(requestAnimationFrame)
      const found = scroller.value?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      if (found && getComputedStyle(found).visibility !== 'hidden') return found
    }
    return null
  }

  return { marked, jumpTo }
}
