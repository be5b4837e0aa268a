import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { EXTERNAL, FUNCTIONS, changedZip, copy, house, ofType, work, zip } from './house.mjs'

describe('a house with a database elsewhere', { concurrency: false }, () => {
  const zips = join(work, 'zips')
  let aws
  let resources
  before(async () => {
    rmSync(zips, { recursive: true, force: true })
    mkdirSync(zips, { recursive: true })
    for (const name of FUNCTIONS) cpSync(EXTERNAL.packages.replaceAll('NAME', name), zip(name, zips))
    aws = await house('external', { ...EXTERNAL, packages: join(zips, 'NAME.zip'), customer_key: false })
    await aws.apply()
    resources = await aws.resources()
  })
  after(() => aws?.stop())

  test('streams what streams, behind its key', async () => {
    const table = JSON.parse(readFileSync(join(copy, 'openapi', 'routes.json'), 'utf8'))
    const [api] = ofType(resources, 'aws_api_gateway_rest_api')
    const { paths } = JSON.parse(api.body)
    assert.deepEqual(Object.keys(paths).sort(), Object.keys(table.routes).sort())
    for (const [path, methods] of Object.entries(table.routes)) {
      for (const [method, owner] of Object.entries(methods)) {
        const { security, 'x-amazon-apigateway-integration': integration } = paths[path][method]
        const streams = table.functions[owner] === 'stream'
        assert.equal(integration.responseTransferMode, streams ? 'STREAM' : 'BUFFERED')
        assert.ok(integration.uri.includes(`:function:rechat-${owner}:live/`), integration.uri)
        assert.equal(integration.uri.endsWith('/response-streaming-invocations'), streams)
        assert.deepEqual(security, [{ site: [] }])
      }
    }
    assert.deepEqual(api.endpoint_configuration[0].types, ['REGIONAL'])
    const listed = await aws.list('apigateway', `/restapis/${api.id}/resources`)
    assert.ok(listed.item.some((it) => it.path === '/api/v1/chat/turns/{id}/events'))
  })

  test('tells functions no secret that they do not use', () => {
    const told = Object.fromEntries(
      ofType(resources, 'aws_lambda_function').map((it) => [it.function_name, it.environment[0].variables]),
    )
    assert.equal(told['rechat-maintenance'].RECHAT_JWT_KEYS, undefined)
    for (const name of FUNCTIONS) {
      const variables = told[`rechat-${name}`]
      assert.match(variables.RECHAT_SECRETS_KEYS, /^k1:[A-Za-z0-9+/]{43}=$/)
      assert.equal(Buffer.from(variables.RECHAT_SECRETS_KEYS.slice(3), 'base64').length, 32)
      if (name !== 'maintenance') assert.match(variables.RECHAT_JWT_KEYS, /^k1:.{32,}$/)
    }
  })

  test('serves pages anew and other files for ever, each with its type', () => {
    const objects = new Map(ofType(resources, 'aws_s3_object').map((it) => [it.key, it]))
    assert.equal(objects.get('index.html').cache_control, 'no-cache')
    assert.match(objects.get('index.html').content_type, /^text\/html/)
    for (const [key, object] of objects) {
      assert.ok(object.content_type, key)
      assert.equal(object.cache_control.includes('immutable'), key.startsWith('assets/'), key)
    }
  })

  test('watches for nothing that costs', () => {
    assert.ok(ofType(resources, 'aws_cloudwatch_metric_alarm').length <= 10)
  })

  test('changes nothing when nothing changed', async () => {
    const plan = await aws.terraform('plan', '-input=false')
    assert.deepEqual([...plan.matchAll(/^ {2}# (\S+) (?:will|must) be (?!read)/gm)].map((it) => it[1]), [])
  })

  test('moves traffic only when the schema is migrated', async () => {
    const old = (await aws.outputs()).live_versions
    await changedZip('maintenance', zips)
    await changedZip('auth', zips)
    const before = (await aws.outputs()).migration
    await aws.nextInvocation('{"migrations":["12 more"],"tasks":[]}')
    await aws.apply()
    const { live_versions: now, migration } = await aws.outputs()
    assert.notEqual(migration, before)
    assert.equal(migration, '{"migrations":["12 more"],"tasks":[]}')
    assert.deepEqual(FUNCTIONS.filter((name) => now[name] !== old[name]).sort(), ['auth', 'maintenance'])
  })

  test('goes back to the version before', async () => {
    aws.variables.live_versions = { auth: '1' }
    await aws.apply()
    const { live_versions } = await aws.outputs()
    assert.equal(live_versions.auth, '1')
    assert.notEqual(live_versions.maintenance, '1')
  })

  test('is gone when it is removed', async () => {
    await aws.destroy()
    assert.deepEqual(await aws.resources(), [])
    assert.deepEqual((await aws.list('lambda', '/2015-03-31/functions/')).Functions, [])
    assert.deepEqual((await aws.list('apigateway', '/restapis')).item, [])
  })
})
