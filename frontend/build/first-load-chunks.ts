import { fileURLToPath } from 'node:url'

/** What the bundler tells of its modules. */
interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const ROOTS = [at('../src/app/main.ts'), at('../src/app/pages/chat-page.vue')]

/**
 * What the chat needs at once goes into two files beside its entry and its page: its libraries, which seldom change, and
 * what is our own.
 * Everything else is left to the bundler: nothing of it may come before it is asked for.
 */
export function firstLoadChunks() {
  let needed: Set<string> | undefined
  const group = (name: string, priority: number, fits: (id: string) => boolean) => ({
    name(id: string, modules: Modules) {
      needed ??= ROOTS.reduce((found, root) => reach(modules, root, found), new Set<string>())
      return needed.has(id) && !ROOTS.includes(id) && fits(id) ? name : null
    },
    debugName: name,
    priority,
  })
  return [
    // The page in which diagrams are drawn needs this, too, and must not start the app.
    { name: 'loading', test: /vite\/preload-helper/, priority: 3 },
    group('libraries', 2, (id) => id.includes('/node_modules/')),
    group('chat', 1, () => true),
  ]
}

/** The module and all that it imports at once. */
function reach(modules: Modules, id: string, found: Set<string>): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) {
    reach(modules, imported, found)
  }
  return found
}
