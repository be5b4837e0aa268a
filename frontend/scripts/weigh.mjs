// Says what the chat page loads before it can be used, and fails when it is too much.
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 150_000
const DIST = new URL('../dist/', import.meta.url)

/** @type {Record<string, { file: string, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'))
/** @param {string} file */
const weightOf = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length

/**
 * A chunk and everything that it imports at once.
 * @param {string} key
 */
function withImports(key, found = new Map()) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`The manifest knows no ${key}.`)
  if (found.has(chunk.file)) return found
  found.set(chunk.file, weightOf(chunk.file))
  for (const imported of chunk.imports ?? []) withImports(imported, found)
  return found
}

const locales = ['en', 'zh-CN'].map((locale) => `src/i18n/locales/${locale}.ts`)
const heavier = locales.sort((a, b) => weightOf(manifest[b].file) - weightOf(manifest[a].file))[0]
const boot = readdirSync(new URL('assets/', DIST)).find((file) => /^boot-.*\.js$/.test(file))

const weights = new Map([
  [`assets/${boot}`, weightOf(`assets/${boot}`)],
  ...withImports('index.html'),
  ...withImports('src/app/pages/chat-page.vue'),
  ...withImports(heavier),
])
const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`

for (const [file, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
  console.log(`${kilobytes(weight)}  ${file}`)
}
console.log(`${kilobytes(total)}  initial JavaScript, gzipped (at most ${LIMIT / 1000} kB)`)
if (total > LIMIT) {
  console.error(
    'The chat page has become too heavy: load what it does not need at once when it is needed.',
  )
  process.exitCode = 1
}
