// Applies the whole deployment to moto's stand-in for AWS, looks at what is there, upgrades, fails to, goes back, removes it.
// Run by tests/run, which says where Terraform's copy of the root is and which zips and site to deploy.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = dirname(fileURLToPath(import.meta.url))
const { INFRA_COPY: copy, INFRA_WORK: work } = process.env
const FUNCTIONS = ['auth', 'chat-stream', 'conversation', 'admin', 'maintenance']

const PROVIDER = `
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
`

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** A root and a server of its own, so that two houses are built at the same time. */
async function house(name, variables) {
  const root = join(work, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(copy, root, { recursive: true, verbatimSymlinks: true })
  const aliased = PROVIDER + '  alias = "us_east_1"\n'
  writeFileSync(join(root, 'moto_override.tf'), `provider "aws" {${PROVIDER}}\nprovider "aws" {${aliased}}\n`)

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn('python3', [join(here, 'server.py'), String(port)], { stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const post = (path, body) => fetch(url + path, { method: 'POST', body: JSON.stringify(body) })
  for (let tries = 0; ; tries++) {
    try {
      await post('/moto-api/config', { lambda: { use_docker: false } })
      break
    } catch (notYet) {
      if (tries > 300) throw notYet
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  const environment = { ...process.env, AWS_ENDPOINT_URL: url, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' }
  const terraform = async (...args) => {
    writeFileSync(join(root, 'test.auto.tfvars.json'), JSON.stringify(variables))
    const options = { cwd: root, env: environment, maxBuffer: 256 * 1024 * 1024 }
    return (await run('terraform', [args[0], '-no-color', ...args.slice(1)], options)).stdout
  }
  return {
    variables,
    terraform,
    apply: () => terraform('apply', '-auto-approve', '-input=false'),
    destroy: () => terraform('destroy', '-auto-approve', '-input=false'),
    outputs: async () =>
      Object.fromEntries(Object.entries(JSON.parse(await terraform('output', '-json'))).map(([key, it]) => [key, it.value])),
    resources: async () => everything(JSON.parse(await terraform('show', '-json')).values.root_module),
    nextInvocation: (result) => post('/moto-api/static/lambda-simple/response', { results: [result] }),
    get: async (path) => (await fetch(url + path)).text(),
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

const everything = (module) => [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(everything)]
const ofType = (resources, type) => resources.filter((it) => it.type === type && it.mode === 'managed').map((it) => it.values)

const zip = (name, folder) => join(folder, `${name}.zip`)

async function changedZip(name, folder) {
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("bootstrap", sys.argv[2])'
  await run('python3', ['-c', script, zip(name, folder), `another ${name}`])
}

const EXTERNAL = {
  packages: process.env.INFRA_PACKAGES,
  site_directory: process.env.INFRA_SITE,
  database_url: 'jdbc:mysql://db.example.org:3306/rechat?sslMode=VERIFY_IDENTITY',
  database_username: 'rechat',
  database_password: 'not a secret',
}

describe('a house with Aurora, firewall and key', { concurrency: false }, () => {
  let aws
  let resources
  before(async () => {
    const { packages, site_directory } = EXTERNAL
    aws = await house('aurora', {
      packages, site_directory, database: 'aurora-serverless-v2', waf: true, alarm_email: 'ops@example.org',
      aurora: { deletion_protection: false, final_snapshot: false },
    })
    await aws.apply()
    resources = await aws.resources()
  })
  after(() => aws?.stop())

  test('keeps its bucket private and encrypted', () => {
    const [block] = ofType(resources, 'aws_s3_bucket_public_access_block')
    for (const rule of ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']) {
      assert.equal(block[rule], true, rule)
    }
    assert.equal(ofType(resources, 'aws_s3_bucket').length, 1)
    assert.equal(ofType(resources, 'aws_s3_bucket_server_side_encryption_configuration').length, 1)
    const policy = JSON.parse(ofType(resources, 'aws_s3_bucket_policy')[0].policy)
    const allowed = policy.Statement.filter((it) => it.Effect === 'Allow')
    assert.deepEqual(allowed.map((it) => it.Principal), [{ Service: 'cloudfront.amazonaws.com' }])
    assert.ok(allowed[0].Condition.StringEquals['aws:SourceArn'].includes(':distribution/'))
  })

  test('lets roles do what they must and no more', () => {
    const policies = ofType(resources, 'aws_iam_role_policy')
    assert.equal(policies.length, FUNCTIONS.length + 1)
    for (const { name, role, policy } of policies) {
      for (const it of JSON.parse(policy).Statement.filter((it) => it.Effect === 'Allow')) {
        for (const action of [it.Action].flat()) assert.ok(!action.includes('*'), `${role}/${name}: ${action}`)
        // AWS takes nothing narrower for a function in a network, and a second statement refuses it to the function's code.
        if (it.Sid !== 'AttachToNetwork') assert.ok(![it.Resource].flat().includes('*'), `${role}: ${it.Sid}`)
      }
    }
    assert.equal(ofType(resources, 'aws_iam_role_policy_attachment').length, 0)
  })

  test('encrypts what is kept, and keeps no log for ever', () => {
    for (const group of ofType(resources, 'aws_cloudwatch_log_group')) {
      assert.ok(group.retention_in_days > 0 && group.kms_key_id, group.name)
    }
    for (const parameter of ofType(resources, 'aws_ssm_parameter')) assert.equal(parameter.type, 'SecureString')
    const [cluster] = ofType(resources, 'aws_rds_cluster')
    assert.ok(cluster.storage_encrypted && cluster.kms_key_id)
    assert.ok(ofType(resources, 'aws_sns_topic')[0].kms_master_key_id)
    assert.equal(ofType(resources, 'aws_kms_key')[0].enable_key_rotation, true)
  })

  test('lets only functions to the database, which sleeps', () => {
    const [instance] = ofType(resources, 'aws_rds_cluster_instance')
    assert.equal(instance.publicly_accessible, false)
    const rules = ofType(resources, 'aws_vpc_security_group_ingress_rule')
    assert.deepEqual(rules.map((it) => [it.from_port, it.to_port, it.cidr_ipv4 || null]), [[3306, 3306, null]])
    assert.equal(ofType(resources, 'aws_rds_cluster')[0].serverlessv2_scaling_configuration[0].min_capacity, 0)
  })

  test('is gone when it is removed', async () => {
    await aws.destroy()
    assert.equal((await aws.terraform('state', 'list')).trim(), '')
    assert.deepEqual(JSON.parse(await aws.get('/2015-03-31/functions')).Functions, [])
  })
})

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
    const listed = JSON.parse(await aws.get(`/restapis/${api.id}/resources`))
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
    // What moto forgets: the access control of a distribution's origin.
    const changed = [...plan.matchAll(/^ {2}# (\S+) (?:will|must) be (?!read)/gm)].map((it) => it[1])
    assert.deepEqual(changed.filter((it) => it !== 'module.site.aws_cloudfront_distribution.this'), [])
  })

  test('moves traffic only when the schema is migrated', async () => {
    const old = (await aws.outputs()).live_versions
    await changedZip('maintenance', zips)
    await changedZip('auth', zips)
    // Terraform cannot reach what is not there: the provider's words for a migration that failed are tested by AWS only.
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
    assert.equal((await aws.terraform('state', 'list')).trim(), '')
    assert.deepEqual(JSON.parse(await aws.get('/2015-03-31/functions')).Functions, [])
    assert.deepEqual(JSON.parse(await aws.get('/restapis')).item, [])
  })
})
