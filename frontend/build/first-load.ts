import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type HtmlTagDescriptor, type Plugin, type Rollup, transformWithOxc } from 'vite'

const BOOT = fileURLToPath(new URL('../src/app/boot.ts', import.meta.url))
const CHAT_PAGE = '/src/app/pages/chat-page.vue'
const LOCALES = ['en', 'zh-CN']

/**
 * Makes the first load one round trip: the page names everything that the chat needs, not only what its entry
 * imports, and `boot.ts` runs before the first paint.
 */
export function firstLoad(): Plugin {
  let bootFile = ''
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      async handler(_, bundle) {
        const texts = LOCALES.map((locale) => {
          const chunk = chunkOf(bundle, `/src/i18n/locales/${locale}.ts`)
          return [locale, `/${chunk.fileName}`] as const
        })
        const source = await bootScript(Object.fromEntries(texts))
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
        bootFile = `assets/boot-${hash}.js`
        this.emitFile({ type: 'asset', fileName: bootFile, source })
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, chunk: entry, path }) {
        // The page in which diagrams are drawn has no chat.
        if (!bundle || !entry || path.endsWith('diagram.html')) return []
        const known = withImports(bundle, entry.fileName)
        const page = withImports(bundle, chunkOf(bundle, CHAT_PAGE).fileName)
        return [
          { tag: 'script', attrs: { src: `/${bootFile}` }, injectTo: 'head' },
          ...[...page].filter((file) => !known.has(file)).map(preload),
        ]
      },
    },
  }
}

/** A classic script: a module would run after the first paint. */
async function bootScript(texts: Record<string, string>): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(BOOT, 'utf8'), BOOT)
  const plain = code.replace(/^export \{\s*\};?$/m, '').replaceAll(/^\/\/.*$/gm, '')
  return `(()=>{${plain.replace('TEXTS[', `(${JSON.stringify(texts)})[`)}})()\n`
}

function preload(file: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
    injectTo: 'head',
  }
}

function chunkOf(bundle: Rollup.OutputBundle, module: string): Rollup.OutputChunk {
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && output.facadeModuleId?.endsWith(module)) return output
  }
  throw new Error(`${module} has no chunk of its own.`)
}

/** The file and all that it imports at once. */
function withImports(bundle: Rollup.OutputBundle, file: string, found = new Set<string>()) {
  const output = bundle[file]
  if (found.has(file) || output?.type !== 'chunk') return found
  found.add(file)
  for (const imported of output.imports) withImports(bundle, imported, found)
  return found
}
