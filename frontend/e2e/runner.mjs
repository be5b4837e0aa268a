// Tells the stories of e2e/stories one after another:
//   npm run e2e -- --base-url http://localhost:8080 [--junit FILE] [NAME…]
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { baseUrl, junit, names } from './arguments.mjs'

const folder = fileURLToPath(new URL('stories/', import.meta.url))
const ENDING = '.e2e.mjs'

/** The first one wants to be the first in the house. @param {string} file */
const place = (file) => (file.startsWith('first-run') ? 0 : 1)
const files = readdirSync(folder)
  .filter((file) => file.endsWith(ENDING))
  .filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)))
  .sort((one, other) => place(one) - place(other) || one.localeCompare(other))
if (files.length === 0) {
  console.error(`There is no story ${names.join(' ')}.`)
  process.exit(2)
}
try {
  await fetch(`${baseUrl}/health`)
} catch (error) {
  console.error(
    `Nobody answers at ${baseUrl}: start ./rechat run, or name another place by --base-url.`,
    error,
  )
  process.exit(2)
}
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout']
if (junit) reporters.push('--test-reporter=junit', `--test-reporter-destination=${junit}`)
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', ...reporters, ...files.map((file) => folder + file)],
  { stdio: 'inherit', env: { ...process.env, RECHAT_BASE_URL: baseUrl } },
)
process.exit(status ?? 1)
