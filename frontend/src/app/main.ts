import '@/styles/main.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { useTheme } from '@/components/composables/use-theme'
import { useSession } from '@/features/auth/stores/use-session'
import { i18n, loadInitialLocale } from '@/i18n'
import App from './app.vue'
import { handleFailures } from './failures'
import { takeLinkToken } from './link-token'
import { createAppRouter } from './router'

takeLinkToken()
// A second link pasted into the same tab changes only the fragment; heard before the router hears it.
window.addEventListener('popstate', takeLinkToken)

const app = createApp(App).use(createPinia())
// The session is asked for while the texts are on their way.
void useSession().restore()
useTheme()
await loadInitialLocale()
const router = createAppRouter()
handleFailures(app, router)
app.use(i18n).use(router)
// Until the first page is there, the one of index.html stays. Why it did not come is told by `handleFailures`.
await router.isReady().catch(() => undefined)
app.mount('#app')
