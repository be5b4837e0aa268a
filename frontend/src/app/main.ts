import '@/styles/main.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n, loadInitialLocale } from '@/i18n'
import App from './app.vue'
import { takeLinkToken } from './link-token'
import { createAppRouter } from './router'

takeLinkToken()
// A second link pasted into the same tab changes only the fragment; heard before the router hears it.
window.addEventListener('popstate', takeLinkToken)

await loadInitialLocale()
createApp(App).use(createPinia()).use(i18n).use(createAppRouter()).mount('#app')
