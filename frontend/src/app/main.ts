import '@/styles/main.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n, loadInitialLocale } from '@/i18n'
import App from './app.vue'
import { createAppRouter } from './router'

await loadInitialLocale()
createApp(App).use(createPinia()).use(i18n).use(createAppRouter()).mount('#app')
