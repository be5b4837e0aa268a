import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import en from '@/i18n/locales/en'

const sets = import.meta.glob<object>('../src/i18n/locales/*.en.ts', {
  eager: true,
  import: 'default',
})

/** Mounts a component with the English texts. */
export function mountEnglish(component: Component, props: Record<string, unknown> = {}) {
  return mount(component, { props, global: { plugins: [english()] }, attachTo: document.body })
}

/** Mounts a page, with stores of its own and a router that knows the names it links to. */
export function mountPage(component: Component, props: Record<string, unknown> = {}) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const names = ['sign-in', 'register', 'forgot', 'account', 'new-chat', 'conversation']
  const routes = names.map((name) => ({
    path: `/${name}`,
    name,
    component: { render: () => null },
  }))
  const history = createMemoryHistory()
  history.replace('/sign-in')
  const router = createRouter({ history, routes })
  const plugins = [pinia, router, english()]
  return mount(component, { props, global: { plugins }, attachTo: document.body })
}

function english() {
  return createI18n({
    legacy: false,
    locale: 'en',
    messages: { en: Object.assign({}, en, ...Object.values(sets)) as typeof en },
  })
}
