import { computed, nextTick, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { useChat } from '@/features/chat/stores/use-chat'

/**
 * The name of the page in the window's title. When another page is opened, its name is also told to screen readers and
 * the focus goes into it, as a browser does where pages are loaded.
 *
 * @returns what a live region is to say
 */
export function usePageTitle() {
  const { t, te } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const chat = useChat()

  const title = computed(() => {
    if (route.name === 'conversation') return chat.title || t('conversations.untitled')
    const key = route.meta.title
    return key && te(key) ? t(key) : ''
  })
  const windowTitle = computed(() =>
    title.value ? `${title.value} · ${t('common.appName')}` : t('common.appName'),
  )
  watch(windowTitle, (text) => (document.title = text), { immediate: true })

  router.afterEach(async (to, from, failure) => {
    if (failure || from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    focusPage()
  })

  return computed(() => (route.matched.length > 0 ? title.value : ''))
}

/** Into the page, unless its own code has put the focus somewhere in it, or a dialog has it. */
function focusPage(): void {
  const page = document.querySelector<HTMLElement>('#content, main')
  const focused = document.activeElement
  if (!page || page.contains(focused) || focused?.closest('[role=dialog], nav')) return
  page.tabIndex = -1
  page.focus({ preventScroll: true })
}
