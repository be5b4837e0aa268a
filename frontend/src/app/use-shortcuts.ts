import { useEventListener } from '@vueuse/core'
import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { useI18n } from 'vue-i18n'
import { useNotice } from '@/components/composables/use-notice'
import { useChat } from '@/features/chat/stores/use-chat'
import { useSidebar } from './use-sidebar'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Something is open that has keys of its own. */
const isBelow = () => document.querySelector('[role=dialog],[role=menu],[role=listbox]') !== null

/**
 * The keys of the app. With Ctrl (⌘) and Shift, as nobody types that by chance; none that a browser, an input method or a
 * screen reader needs.
 */
export function useShortcuts() {
  const router = useRouter()
  const { t } = useI18n()
  const chat = useChat()
  const sidebar = useSidebar()
  const notice = useNotice()
  const listed = ref(false)

  async function newChat(): Promise<void> {
    chat.reset()
    await router.push({ name: 'new-chat' })
  }

  function focusComposer(): void {
    document.querySelector<HTMLElement>('[data-composer]')?.focus()
  }

  function lastAnswer() {
    const last = chat.messages.at(-1)
    return last?.role === 'assistant' ? last : null
  }

  async function copyLast(): Promise<void> {
    const text = lastAnswer()?.content
    if (!text) return
    try {
      await navigator.clipboard.writeText(text)
      notice.tell({ text: t('common.copied') })
    } catch {
      // Not a secure context, or the person has refused it.
      notice.tell({ text: t('common.copyFailed'), failed: true })
    }
  }

  async function regenerate(): Promise<void> {
    const answer = lastAnswer()
    if (answer && !chat.busy) await chat.regenerate(answer)
  }

  /** By the character with Ctrl and Shift. */
  const keys: Partial<Record<string, () => unknown>> = {
    o: newChat,
    s: sidebar.toggle,
    ';': copyLast,
    ':': copyLast,
    e: regenerate,
    l: () => document.querySelector<HTMLElement>('[data-app-picker]')?.click(),
  }

  useEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey) return
    const command = event.ctrlKey || event.metaKey
    const act = actionOf(event, command)
    if (!act || isBelow()) return
    event.preventDefault()
    void act()
  })

  function actionOf(event: KeyboardEvent, command: boolean): (() => unknown) | undefined {
    if (command && event.shiftKey) return keys[event.key.toLowerCase()]
    if (command && event.key === '/') return () => (listed.value = true)
    if (command && event.key === ',') return () => router.push('/settings')
    if (command) return undefined
    if (event.key === 'Escape' && chat.busy) return chat.stop
    if (isTyping(event.target)) return undefined
    if (event.key === '?') return () => (listed.value = true)
    if (event.shiftKey && event.key === 'Escape') return focusComposer
    return event.key === '/' ? focusComposer : undefined
  }

  return { listed }
}
