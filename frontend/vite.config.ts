import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { loadEnv, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Puts the Content-Security-Policy into the built page, so that it holds on any static host, also one
 * that cannot send headers. Not in dev: Vite's hot reload needs inline styles.
 */
function contentSecurityPolicy(apiOrigin: string): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${apiOrigin ? ` ${apiOrigin}` : ''}`,
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig(({ mode }) => {
  const apiOrigin = loadEnv(mode, import.meta.dirname).VITE_API_ORIGIN ?? ''
  const backend = { target: 'http://localhost:8080' }
  return {
    plugins: [vue(), tailwindcss(), contentSecurityPolicy(apiOrigin)],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    // vue-i18n reads these; the legacy API and the devtools hook would only add weight.
    define: {
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
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
      rolldownOptions: {
        output: {
          // Every page needs nearly all that we use of it; in pieces it compresses worse.
          codeSplitting: {
            groups: [{ name: 'reka', test: /node_modules\/(reka-ui|@floating-ui|@vueuse)\// }],
          },
        },
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
