// What the runner and each story are told: --base-url URL, or RECHAT_BASE_URL.
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    /** A folder for JUnit reports, of the runner. */
    junit: { type: 'string' },
    /** Whose files are told, of the runner. */
    from: { type: 'string', default: 'stories' },
    /** Seconds until every instance knows a changed setting; 0 for one process. */
    settle: { type: 'string' },
  },
  allowPositionals: true,
})

/** The product under test, without a slash at its end. */
export const baseUrl = new URL(
  values['base-url'] ?? process.env.RECHAT_BASE_URL ?? 'http://localhost:8080',
).origin
export const settle = Number(values.settle ?? process.env.RECHAT_SETTLE ?? 0)
export const junit = values.junit
export const from = values.from
export const names = positionals
