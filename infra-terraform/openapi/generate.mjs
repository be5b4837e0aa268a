#!/usr/bin/env node
// Writes routes.json: which function answers which route, and whether it streams. Run after a build of the functions; with
// --check nothing is written, and a difference is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const target = join(here, 'routes.json')

// The other function, maintenance, takes events.
const FUNCTIONS = ['auth', 'chat-stream', 'conversation', 'admin']
const METHODS = ['get', 'put', 'post', 'delete', 'patch']

const documentOf = (module, name) => join(root, module, 'target', 'classes', 'META-INF', 'swagger', `rechat-${name}.yml`)

/**
 * Paths and methods of a document that Micronaut wrote: two blanks before a path, four before a method. What looks
 * different there is an error and not skipped.
 */
export function routesOf(yaml) {
  const routes = []
  let path
  const lines = yaml.split('\n')
  const start = lines.indexOf('paths:')
  if (start < 0) throw new Error('a document without paths')
  for (const line of lines.slice(start + 1)) {
    if (/^\S/.test(line)) break
    if (/^ {2}\S/.test(line)) {
      path = /^ {2}"?(\/[^":]*)"?:$/.exec(line)?.[1]
      if (!path) throw new Error(`not a path: ${line}`)
    } else if (/^ {4}\S/.test(line)) {
      const method = /^ {4}([a-z]+):$/.exec(line)?.[1]
      if (!path || !METHODS.includes(method)) throw new Error(`not a method of ${path}: ${line}`)
      routes.push({ path, method })
    }
  }
  return routes
}

function read(module, name) {
  const document = documentOf(module, name)
  if (!existsSync(document)) throw new Error(`${module} is not built yet: mvn -pl functions/local -am -Dmaven.test.skip=true package`)
  return routesOf(readFileSync(document, 'utf8'))
}

/** A function whose main class streams must be asked in the streaming form, whatever the route. */
function modeOf(name) {
  const main = /<exec.mainClass>.*\.(\w+)<\/exec.mainClass>/.exec(
    readFileSync(join(root, 'functions', name, 'pom.xml'), 'utf8'),
  )?.[1]
  const modes = { StreamingFunction: 'stream', BufferedFunction: 'buffered' }
  if (!modes[main]) throw new Error(`functions/${name} has a main class that is neither streaming nor buffered: ${main}`)
  return modes[main]
}

/** API Gateway allows one name of a variable at each place: /a/{id} beside /a/{name}/b is refused when it is deployed. */
function checkVariables(paths) {
  const names = new Map()
  for (const path of paths) {
    const parts = path.split('/')
    parts.forEach((part, i) => {
      if (!part.startsWith('{')) return
      const place = parts.slice(0, i).join('/')
      if ((names.get(place) ?? part) !== part) throw new Error(`${place}/ has two variables: ${names.get(place)} and ${part}`)
      names.set(place, part)
    })
  }
}

export function table() {
  const routes = {}
  const add = (owner) => ({ path, method }) => {
    routes[path] ??= {}
    if (routes[path][method]) throw new Error(`${method} ${path} belongs to ${routes[path][method]} and to ${owner}`)
    routes[path][method] = owner
  }
  for (const name of FUNCTIONS) read(`functions/${name}`, name).forEach(add(name))
  // Every function has these; the one that starts fastest answers.
  read('shared/web', 'web').forEach(add('auth'))

  const joined = read('functions/local', 'local').map(({ path, method }) => `${method} ${path}`)
  const owned = Object.entries(routes).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  const lost = joined.filter((route) => !owned.includes(route))
  const unknown = owned.filter((route) => !joined.includes(route))
  if (lost.length) throw new Error(`in the joined document, but of no function: ${lost.join(', ')}`)
  if (unknown.length) throw new Error(`of a function, but not in the joined document: ${unknown.join(', ')}`)
  checkVariables(Object.keys(routes))

  const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    functions: Object.fromEntries(FUNCTIONS.map((name) => [name, modeOf(name)])),
    routes: sorted(Object.fromEntries(Object.entries(routes).map(([path, methods]) => [path, sorted(methods)]))),
  }
}

/** One path a line, so that a diff tells which route moved. */
export function write({ functions, routes }) {
  const line = ([path, methods]) => {
    const pairs = Object.entries(methods).map(([method, owner]) => `"${method}": "${owner}"`)
    return `    ${JSON.stringify(path)}: { ${pairs.join(', ')} }`
  }
  return [
    '{',
    `  "functions": { ${Object.entries(functions).map(([name, mode]) => `"${name}": "${mode}"`).join(', ')} },`,
    '  "routes": {',
    Object.entries(routes).map(line).join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = write(table())
  if (!process.argv.includes('--check')) {
    writeFileSync(target, wanted)
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== wanted) {
    console.error('infra-terraform/openapi/routes.json is behind the functions: node infra-terraform/openapi/generate.mjs')
    process.exit(1)
  }
}
