import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/locales/en'
import ErrorBoundary from './error-boundary.vue'

const Broken = defineComponent({
  setup() {
    throw new Error('a page that cannot be drawn')
  },
  render: () => null,
})

describe('the error boundary', () => {
  it('stands in the place of a page that cannot be drawn, until another page is opened', async () => {
    const page = (name: string) => ({ path: `/${name}`, component: { render: () => null } })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [page('broken'), page('whole')],
    })
    await router.push('/whole')
    const i18n = createI18n({ legacy: false, locale: 'en', messages: { en } })
    const slot = () => (router.currentRoute.value.path === '/broken' ? h(Broken) : h('p', 'Whole'))
    const boundary = mount(ErrorBoundary, {
      slots: { default: slot },
      global: { plugins: [router, i18n], config: { errorHandler: () => undefined } },
    })
    expect(boundary.text()).toBe('Whole')

    await router.push('/broken')
    await nextTick()
    expect(boundary.get('[role=alert] h1').text()).toBe(en.failure.title)

    await router.push('/whole')
    await nextTick()
    expect(boundary.text()).toBe('Whole')
  })
})
