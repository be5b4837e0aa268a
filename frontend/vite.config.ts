import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { loadEnv } from 'vite'
import { defineConfig } from 'vitest/config'
import { compiledTexts } from './build/compiled-texts.ts'
import { contentSecurityPolicy } from './build/content-security-policy.ts'
import { firstLoad } from './build/first-load.ts'
import { firstLoadChunks } from './build/first-load-chunks.ts'
import { withoutWholeVue } from './build/without-whole-vue.ts'

export default defineConfig(({ command, mode }) => {
  const apiOrigin = loadEnv(mode, import.meta.dirname).VITE_API_ORIGIN ?? ''
  const backend = { target: 'http://localhost:8080' }
  return {
    plugins: [
      compiledTexts(),
      withoutWholeVue(),
      vue(),
      tailwindcss(),
      contentSecurityPolicy(apiOrigin),
      firstLoad(),
    ],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    // vue-i18n reads these; the legacy API and the devtools hook would only add weight.
    define: {
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
      // All components have `setup`; test-utils has not.
      __VUE_OPTIONS_API__: command !== 'build',
      // The build compiles the texts; in dev and in tests it is done when they are shown.
      __INTLIFY_DROP_MESSAGE_COMPILER__: command === 'build',
    },
    server: {
      port: 5173,
      proxy: { '/api': backend, '/v1': backend },
      // A test compares our sentences with the error codes in the Java sources.
      ...(mode === 'test' && { fs: { allow: ['..'] } }),
    },
    build: {
      // The first versions with CSS light-dark(), which carries both themes.
      target: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      // An inlined asset would be a data: URL, which the policy refuses for fonts and scripts.
      assetsInlineLimit: 0,
      // What `npm run weigh` reads.
      manifest: true,
      // The app, and the hidden page in which diagrams are drawn.
      rolldownOptions: {
        input: { app: 'index.html', diagram: 'diagram.html' },
        output: { codeSplitting: { groups: firstLoadChunks() } },
      },
    },
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      restoreMocks: true,
      unstubGlobals: true,
    },
  }
})
