import type { App } from 'vue'
import type { Router } from 'vue-router'
import { i18n } from '@/i18n'
import { useNotice } from '@/components/composables/use-notice'

const RELOADED = 'rechat.reloaded'

/**
 * What nobody has foreseen. An error is told where it happened and how to go on; what was typed is kept by its drafts.
 * A part of the app that cannot be loaded any more, because a newer build has taken its place, makes the page that was
 * asked for load anew; once, so that a part that is really missing does not do so for ever.
 */
export function handleFailures(app: App, router: Router): void {
  const { t } = i18n.global
  const reload = { label: t('failure.reload'), run: () => window.location.reload() }

  app.config.errorHandler = (error) => {
    // For the browser's console and whoever listens there.
    reportError(error)
    if (!isLoadFailure(error)) {
      useNotice().tell({ text: t('failure.unexpected'), failed: true, action: reload })
    }
  }

  router.onError((error, to) => {
    if (!isLoadFailure(error)) return
    if (navigator.onLine && mayReload()) window.location.assign(to.fullPath)
    else tellMissing()
  })
  router.afterEach((_, __, failure) => {
    if (!failure) forgetReload()
  })

  // Parts of a page: a menu, a dialog. The page itself still works, so it is its reader who decides.
  window.addEventListener('vite:preloadError', tellMissing)

  function tellMissing(): void {
    const text = t(navigator.onLine ? 'failure.outdated' : 'failure.offline')
    useNotice().tell({ text, failed: true, action: reload })
  }
}

function isLoadFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|preload CSS/i.test(error.message)
  )
}

function mayReload(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED)) return false
    sessionStorage.setItem(RELOADED, '1')
    return true
  } catch {
    // Nothing would be remembered, and the page could reload for ever.
    return false
  }
}

function forgetReload(): void {
  try {
    sessionStorage.removeItem(RELOADED)
  } catch {
    // Then nothing was stored either.
  }
}
