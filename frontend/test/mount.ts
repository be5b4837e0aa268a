import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import en from '@/i18n/locales/en'
import settings from '@/i18n/locales/settings.en'

/** Mounts a component with the English texts. */
export function mountEnglish(component: Component, props: Record<string, unknown> = {}) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: { ...en, ...settings } } })
  return mount(component, { props, global: { plugins: [i18n] }, attachTo: document.body })
}
