import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { expect, it } from 'vitest'
import en from '@/i18n/locales/en'
import { usePageTitle } from './use-page-title'

const Host = defineComponent({
  setup() {
    const said = usePageTitle()
    return () => [h('button', 'Elsewhere'), h('main', h(RouterView)), h('p', said.value)]
  },
})

it('names the page in the title, tells it and takes the focus there when another one is opened', async () => {
  const component = { render: () => h('h1', 'Page') }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component, meta: { title: 'shell.newChat' } },
      { path: '/sign-in', component, meta: { title: 'auth.signIn' } },
    ],
  })
  await router.push('/')
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en } })
  const plugins = [createPinia(), router, i18n]
  const host = mount(Host, { global: { plugins }, attachTo: document.body })
  expect(document.title).toBe(`${en.shell.newChat} · ${en.common.appName}`)

  host.get('button').element.focus()
  await router.push('/sign-in')
  await flushPromises()
  expect(document.title).toBe(`${en.auth.signIn} · ${en.common.appName}`)
  expect(host.get('p').text()).toBe(en.auth.signIn)
  expect(document.activeElement).toBe(host.get('main').element)
  host.unmount()
})
