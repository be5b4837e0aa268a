// Tells the stories of e2e/stories, or of another folder, one after another. Real processes, sockets and a busy machine: what fails is told once
// more, and only what fails twice has failed, as Maven does it with the integration tests.
//   npm run e2e -- --base-url http://localhost:8080 [--junit FOLDER] [--from FOLDER] [--settle SECONDS] [NAME…]
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { baseUrl, from, junit, names, settle } from './arguments.mjs'

const folder = fileURLToPath(new URL(`${from}/`, import.meta.url))
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

/** @param {string} file @returns {boolean} whether all of it was as told */
function tell(file) {
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout']
  if (junit) {
    const report = `${junit}/TEST-${file.slice(0, -ENDING.length)}.xml`
    reporters.push('--test-reporter=junit', `--test-reporter-destination=${report}`)
  }
  const { status } = spawnSync(process.execPath, ['--test', ...reporters, folder + file], {
    stdio: 'inherit',
    env: { ...process.env, RECHAT_BASE_URL: baseUrl, RECHAT_SETTLE: String(settle) },
  })
  return status === 0
}

if (junit) mkdirSync(junit, { recursive: true })
const doubtful = files.filter((file) => !tell(file))
const failed = doubtful.filter((file) => !tell(file))
for (const file of doubtful) {
  console.log(`${failed.includes(file) ? 'Failed twice' : 'Failed once, then passed'}: ${file}`)
}
process.exit(failed.length === 0 ? 0 : 1)
