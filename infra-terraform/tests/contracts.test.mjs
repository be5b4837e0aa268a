// What the deployment says twice, or relies on elsewhere in the repository, is the same there.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { table, write } from '../openapi/generate.mjs'

const infra = join(dirname(fileURLToPath(import.meta.url)), '..')
const root = join(infra, '..')
const read = (...path) => readFileSync(join(root, ...path), 'utf8')
const hcl = (...folder) =>
  readdirSync(join(infra, ...folder))
    .filter((file) => file.endsWith('.tf'))
    .map((file) => readFileSync(join(infra, ...folder, file), 'utf8'))
    .join('\n')
const sorted = (values) => [...new Set(values)].sort()
const all = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1])

test('every route of a function has an integration, and every integration a route', () => {
  assert.equal(
    read('infra-terraform/openapi/routes.json'),
    write(table()),
    'run: node infra-terraform/openapi/generate.mjs',
  )
})

test('pages have the policy that the server gives them', () => {
  const java = read('functions/local/src/main/java/dev/rechat/local/web/PagePolicy.java')
  const joined = (name) => {
    const body = new RegExp(`String ${name} = String\\.join\\(([^)]*)\\);`).exec(java)[1]
    const [separator, ...parts] = all(body, /"((?:[^"\\]|\\.)*)"/g)
    return parts.join(separator)
  }
  assert.deepEqual(JSON.parse(read('infra-terraform/modules/site/page-policy.json')), {
    app: joined('APP'),
    diagram: joined('DIAGRAM'),
    permissions: /String PERMISSIONS = "([^"]*)"/.exec(java)[1],
  })
})

test('alarms and charts are built on the metrics that there are, and each metric is on a chart', () => {
  const java = read('shared/kernel/src/main/java/dev/rechat/kernel/signal/MetricName.java')
  const metrics = new Map(
    [...java.matchAll(/^ {4}[A-Z_]+\("(rechat\.[a-z_.]+)", MetricKind\.[A-Z]+, (?:null|"(\w+)")\)/gm)].map((found) => [
      found[1],
      found[2],
    ]),
  )
  assert.ok(metrics.size > 0)
  const charts = read('infra-terraform/modules/observability/dashboard.tf')
  const alarms = read('infra-terraform/modules/observability/alarms.tf')
  const named = (text) => sorted(all(text, /"(rechat\.[a-z_.]+)"/g))
  assert.deepEqual(named(charts), sorted(metrics.keys()))
  for (const name of named(alarms)) assert.ok(metrics.has(name), `an alarm is about ${name}, which nobody writes`)
  for (const [, name, tag] of charts.matchAll(/search = \["(rechat\.[a-z_.]+)", "(\w+)"\]/g)) {
    assert.equal(tag, metrics.get(name), `${name} is not told apart by ${tag}`)
  }
  assert.match(java, /NAMESPACE = "ReChat"/)
  assert.match(java, /FUNCTION = "function"/)
})

test('functions are configured by variables that are documented', () => {
  const documented = new Set(all(read('docs/configuration.md'), /`((?:RECHAT|DATASOURCES)_[A-Z_]+)`/g))
  for (const name of sorted(all(hcl(), /\b((?:RECHAT|DATASOURCES)_[A-Z_]+)\s*=/g))) {
    assert.ok(documented.has(name), `${name} is not in docs/configuration.md`)
  }
})

test('functions get what they cannot start without', () => {
  const required = all(/## Required\n([^]*?)\n## /.exec(read('docs/configuration.md'))[1], /^\| `([A-Z_]+)`/gm)
  for (const name of required) assert.match(hcl(), new RegExp(`^\\s+${name}\\s*=`, 'm'))
})

test('the gateway speaks in codes that the API has', () => {
  const java = read('shared/kernel/src/main/java/dev/rechat/kernel/error/ErrorCode.java')
  const codes = new Map([...java.matchAll(/\("([a-z_]+)", (\d+)\)/g)].map((found) => [found[1], found[2]]))
  const said = [...read('infra-terraform/modules/api/document.tf').matchAll(/status = (\d+), code = "([a-z_]+)"/g)]
  assert.ok(said.length > 0)
  for (const [, status, code] of said) {
    assert.ok(codes.has(code), `there is no code ${code}`)
    assert.equal(status.at(0), codes.get(code).at(0), `${code} is not told with ${status}`)
  }
})

test('instances are counted with the pool that functions have', () => {
  const pool = /maximum-pool-size=(\d+)/.exec(read('shared/web/src/main/resources/application-lambda.properties'))[1]
  assert.match(hcl(), new RegExp(`pool_size\\s*= ${pool}\\n`))
})

test('routes of the web app are its page, and files are files', () => {
  const handler = new Function(`${read('infra-terraform/modules/site/routes.js')}; return handler`)()
  const asked = (uri) => handler({ request: { uri } }).uri
  assert.equal(asked('/'), '/index.html')
  assert.equal(asked('/c/0190-ab/'), '/index.html')
  assert.equal(asked('/admin/users'), '/index.html')
  assert.equal(asked('/assets/app-1a2b.js'), '/assets/app-1a2b.js')
  assert.equal(asked('/diagram.html'), '/diagram.html')
})
