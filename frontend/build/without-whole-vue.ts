import type { Plugin } from 'vite'

const EVERYTHING = "import * as Vue from 'vue';"

/**
 * vue-i18n imports all of Vue to ask whether it has one name, which keeps every part of Vue in the app, used or not:
 * 15 KB gzipped of what everybody loads first. It gets the one function that it really calls.
 */
export function withoutWholeVue(): Plugin {
  return {
    name: 'without-whole-vue',
    apply: 'build',
    transform(code, id) {
      if (!/\/vue-i18n\/dist\/vue-i18n\.mjs$/.test(id)) return null
      if (!code.includes(EVERYTHING)) throw new Error('vue-i18n has changed how it imports Vue.')
      const only =
        "import { getCurrentInstance as vueInstance } from 'vue'; const Vue = { getCurrentInstance: vueInstance };"
      return { code: code.replace(EVERYTHING, only), map: null }
    },
  }
}
