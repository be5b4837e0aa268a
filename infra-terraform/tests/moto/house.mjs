// A whole deployment at moto's stand-in for AWS. tests/run says where the copy of the root is and which zips and site to deploy.
import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = dirname(fileURLToPath(import.meta.url))
export const { INFRA_COPY: copy, INFRA_WORK: work } = process.env
export const FUNCTIONS = ['auth', 'chat-stream', 'conversation', 'admin', 'maintenance']

const PROVIDER = `
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
`

// moto gives back a distribution without what it does not know, and one that was changed is never deployed there.
const FORGOTTEN = `
resource "aws_cloudfront_distribution" "this" {
  wait_for_deployment = false

  lifecycle {
    ignore_changes = all
  }
}
`

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** A root and a server of its own, so that two houses are built at the same time. */
export async function house(name, variables) {
  const root = join(work, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(copy, root, { recursive: true, verbatimSymlinks: true })
  const aliased = PROVIDER + '  alias = "us_east_1"\n'
  writeFileSync(join(root, 'moto_override.tf'), `provider "aws" {${PROVIDER}}\nprovider "aws" {${aliased}}\n`)
  writeFileSync(join(root, 'modules', 'site', 'moto_override.tf'), FORGOTTEN)

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
    resources: async () => everything(JSON.parse(await terraform('show', '-json')).values?.root_module ?? {}),
    nextInvocation: (result) => post('/moto-api/static/lambda-simple/response', { results: [result] }),
    // moto tells services apart by whom a request is signed for.
    list: async (service, path) => {
      const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request`
      return (await fetch(url + path, { headers: { authorization } })).json()
    },
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

const everything = (module) => [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(everything)]
export const ofType = (resources, type) => resources.filter((it) => it.type === type && it.mode === 'managed').map((it) => it.values)

export const zip = (name, folder) => join(folder, `${name}.zip`)

export async function changedZip(name, folder) {
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("bootstrap", sys.argv[2])'
  await run('python3', ['-c', script, zip(name, folder), `another ${name}`])
}

export const EXTERNAL = {
  packages: process.env.INFRA_PACKAGES,
  site_directory: process.env.INFRA_SITE,
  database_url: 'jdbc:mysql://db.example.org:3306/rechat?sslMode=VERIFY_IDENTITY',
  database_username: 'rechat',
  database_password: 'not a secret',
}
