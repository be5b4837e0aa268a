import { baseCompile } from '@intlify/message-compiler'
import ts from 'typescript'
import type { Plugin } from 'vite'

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
    async transform(source, id) {
      if (!/\/src\/i18n\/locales\/[\w.-]+\.ts$/.test(id)) return null
      return { code: `export default ${compiled(await evaluate(source))}`, map: null }
    },
  }
}

/** The files hold nothing but an object, and import only types. */
async function evaluate(source: string): Promise<Texts> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  })
  const module: { default: Texts } = await import(
    `data:text/javascript,${encodeURIComponent(outputText)}`
  )
  return module.default
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
