import { baseCompile } from '@intlify/message-compiler'
import { type Plugin, runnerImport } from 'vite'

interface Texts {
  [key: string]: string | Texts
}

/**
 * Compiles the texts when the app is built, so that no compiler has to be loaded with them. It is a function for each
 * text; `__INTLIFY_DROP_MESSAGE_COMPILER__` leaves the compiler out.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    apply: 'build',
    enforce: 'pre',
    async transform(_, id) {
      if (!/\/src\/i18n\/locales\/[\w.-]+\.ts$/.test(id)) return null
      // They hold nothing but an object, perhaps put together from others.
      const { module } = await runnerImport<{ default: Texts }>(id, { configFile: false })
      return { code: `export default ${compiled(module.default)}`, map: null }
    },
  }
}

function compiled(texts: Texts): string {
  const entries = Object.entries(texts).map(
    ([key, text]) =>
      `${JSON.stringify(key)}:${typeof text === 'string' ? compiledText(text) : compiled(text)}`,
  )
  return `{${entries.join(',')}}`
}

function compiledText(text: string): string {
  if (!/[{}|@\\]/.test(text)) return `()=>${JSON.stringify(text)}`
  const { code } = baseCompile(text, {
    mode: 'arrow',
    onError: (error) => {
      throw error
    },
  })
  return code
}
