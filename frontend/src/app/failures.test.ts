import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useNotice } from '@/components/composables/use-notice'
import { loadInitialLocale } from '@/i18n'
import { handleFailures } from './failures'

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: x'))
const assign = vi.fn()

async function anApp() {
  await loadInitialLocale()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { render: () => null } },
      { path: '/gone', component: gone },
    ],
  })
  const app = createApp({ render: () => null })
  handleFailures(app, router)
  return { app, router }
}

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  assign.mockReset()
  vi.stubGlobal('location', { assign, reload: vi.fn() })
})

describe('a part that a newer build has taken away', () => {
  it('makes the page that was asked for load anew', async () => {
    const { router } = await anApp()
    await router.push('/gone').catch(() => undefined)
    expect(assign).toHaveBeenCalledExactlyOnceWith('/gone')
  })

  it('is told, instead of loading anew for ever, when that did not help', async () => {
    const { router } = await anApp()
    await router.push('/gone').catch(() => undefined)
    await router.push('/gone').catch(() => undefined)
    expect(assign).toHaveBeenCalledOnce()
    expect(useNotice().notice?.failed).toBe(true)
  })

  it('leaves it to the reader to load anew when it is only a part of the page', async () => {
    await anApp()
    window.dispatchEvent(new Event('vite:preloadError'))
    expect(assign).not.toHaveBeenCalled()
    expect(useNotice().notice?.action).toBeDefined()
  })
})

it('tells an error that nobody has foreseen, with a way on', async () => {
  const { app } = await anApp()
  vi.stubGlobal('reportError', vi.fn())
  app.config.errorHandler?.(new Error('unforeseen'), null, '')
  expect(useNotice().notice?.failed).toBe(true)
})
