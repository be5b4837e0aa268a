// A FAKE ReChat server for tests and for looking at pages: the API of docs/api.md in memory, without
// security, persistence or Dify. Never part of the product.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FakeAccounts } from './fake-accounts.mjs'
import { administerSettings, administerUsers } from './fake-administration.mjs'
import { answerFrames, paceOf } from './fake-answers.mjs'
import { conversations, folders, shared, shares } from './fake-history.mjs'
import { json, nothing, page, problem, refuseUnknown } from './fake-http.mjs'
import { ownRoute } from './fake-own-account.mjs'
import { openRoute } from './fake-sign-in.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {Record<string, any>} Item */
/** @typedef {{ request: Request, response: Response, body: Item, user: Item | undefined, parts: string[], query: URLSearchParams }} Call */

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/**
 * @param {{ port?: number, tokenPaceMs?: number, demo?: boolean }} options
 * @returns {Promise<{ url: string, state: FakeState, close: () => Promise<void> }>}
 */
export async function startFakeServer({ port = 0, tokenPaceMs = 0, demo = false } = {}) {
  const state = new FakeState(tokenPaceMs)
  if (demo) state.addDemoApps()
  const server = createServer((request, response) => {
    handle(state, request, response).catch((error) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://localhost:${address.port}`,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined))
        server.closeAllConnections()
      }),
  }
}

class FakeState {
  /** @type {Item[]} */ apps = []
  /** @type {Item[]} */ conversations = []
  /** @type {Item[]} */ messages = []
  /** @type {Item[]} */ folders = []
  /** @type {Item[]} */ shares = []
  /** @type {'members' | 'public'} */ sharing = 'members'
  accounts = new FakeAccounts(() => this.id())
  /** @type {Map<string, Item>} */ turns = new Map()
  /** Method and path of every API call. @type {string[]} */ calls = []
  #sequence = 0

  /** @param {number} tokenPaceMs */
  constructor(tokenPaceMs) {
    this.tokenPaceMs = tokenPaceMs
  }

  /** Sorts by time, as UUIDv7 does. */
  id() {
    this.#sequence += 1
    return `0190${String(this.#sequence).padStart(8, '0')}-${randomUUID().slice(14)}`
  }

  /** @param {Item} app */
  addApp(app) {
    const id = this.id()
    const added = { id, slug: `app-${id}`, description: '', icon: '', enabled: true, ...app }
    this.apps.push(added)
    return added
  }

  addDemoApps() {
    const url = 'http://127.0.0.1:5001/v1'
    const modes = { Assistant: 'chat', Researcher: 'agent-chat', Handbook: 'advanced-chat' }
    for (const [name, mode] of Object.entries({ ...modes, Translator: 'completion' })) {
      this.addApp({ name, mode, base_url: url, description: `Answers in mode ${mode}` })
    }
    this.addApp({ name: 'Monthly report', mode: 'workflow', base_url: url, icon: '📊' })
  }
}

/** @param {FakeState} state @param {Request} request @param {Response} response */
async function handle(state, request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (!url.pathname.startsWith('/api/v1/')) return serveFile(url.pathname, response)
  state.calls.push(`${request.method} ${url.pathname}`)
  const parts = url.pathname.slice('/api/v1/'.length).split('/')
  const text = await readText(request)
  const call = {
    request,
    response,
    body: text ? JSON.parse(text) : {},
    user: state.accounts.userOf((request.headers.authorization ?? '').replace('Bearer ', '')),
    parts,
    query: url.searchParams,
  }
  if (parts[0] === 'auth' && openRoute(state.accounts, call)) return
  if (parts[0] === 'shared') return shared(state, call)
  if (!call.user) return problem(response, 401, 'unauthenticated')
  if (parts[0] === 'auth') return ownRoute(state.accounts, call, call.user)
  const obstacle = state.accounts.obstacleOf(call.user)
  if (obstacle) return problem(response, 403, obstacle)
  switch (parts[0]) {
    case 'apps':
      return apps(state, call)
    case 'chat':
      return chat(state, call)
    case 'conversations':
      return conversations(state, call)
    case 'folders':
      return folders(state, call)
    case 'shares':
      return shares(state, call)
    case 'banner':
      return nothing(response)
    case 'admin':
      return admin(state, call)
    default:
      return problem(response, 404, 'not_found')
  }
}

/** @param {FakeState} state @param {Call} call */
function apps(state, { response, parts }) {
  const enabled = state.apps.filter((app) => app.enabled)
  if (parts.length === 1) return json(response, 200, page(enabled.map(publicApp)))
  const app = enabled.find((candidate) => candidate.id === parts[1])
  if (!app) return problem(response, 404, 'not_found')
  return json(response, 200, {
    ...publicApp(app),
    opening_statement: app.mode === 'workflow' ? '' : `Hello, I am **${app.name}**.`,
    suggested_questions: app.mode === 'workflow' ? [] : ['Show me Markdown', '你能做什么？'],
    user_input_form: [],
    file_upload: {},
    features: {},
  })
}

/** @param {FakeState} state @param {Call} call */
async function chat(state, { request, response, body, user, parts }) {
  if (parts[1] === 'turns') return turns(state, request, response, parts)
  const known = [
    'app_id',
    'message',
    'conversation_id',
    'parent_message_id',
    'turn_id',
    'temporary',
  ]
  if (refuseUnknown(response, body, known)) return
  const app = state.apps.find((candidate) => candidate.id === body.app_id)
  if (!app?.enabled) return problem(response, 409, 'app_unavailable')
  if (body.message === 'refuse') return problem(response, 503, 'dify_unavailable')
  const same = state.turns.get(body.turn_id)
  if (same) return readTurn(same, response, 0)
  const turn = beginTurn(state, app, body, user ?? {})
  if (!turn) return problem(response, 404, 'not_found')
  state.turns.set(turn.answer.turn_id, turn)
  void produce(state, turn, app)
  await readTurn(turn, response, 0, body.message === 'cut' ? 3 : Infinity)
}

/** @param {FakeState} state @param {Request} request @param {Response} response @param {string[]} parts */
async function turns(state, request, response, [, , id, what]) {
  const turn = state.turns.get(id ?? '')
  if (!turn) return problem(response, 404, 'not_found')
  const last = Number(request.headers['last-event-id'] ?? 0)
  if (what === 'events' && turn.over && last >= turn.frames.length) {
    response.writeHead(204).end()
    return
  }
  if (what === 'events') return readTurn(turn, response, last)
  if (what === 'stop') turn.stopAsked = true
  json(response, what === 'stop' ? 202 : 200, { turn_id: id, status: turn.answer.status })
}

/** @param {Item} turn @param {Response} response @param {number} last @param {number} cutAfter */
async function readTurn(turn, response, last, cutAfter = Infinity) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  for (let next = last; !response.destroyed; next += 1) {
    while (next >= turn.frames.length && !turn.over && !response.destroyed) await turn.grown()
    if (next >= turn.frames.length) break
    response.write(turn.frames[next])
    if (next + 1 >= cutAfter) return response.destroy()
  }
  response.end()
}

/** @param {FakeState} state @param {Item} turn @param {Item} app */
async function produce(state, turn, app) {
  const { conversation, question, answer } = turn
  /** @param {string} event @param {object} data */
  const send = (event, data) => {
    const number = turn.frames.length + 1
    turn.frames.push(`id: ${number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    turn.over = event === 'done' || event === 'error'
    turn.wake()
  }
  /** @param {string} status */
  const done = (status) => {
    answer.status = status
    send('done', { status, finish_reason: 'stop' })
  }
  send('turn', {
    turn_id: answer.turn_id,
    conversation_id: conversation.id,
    user_message_id: question.id,
    assistant_message_id: answer.id,
    app_id: app.id,
    created_at: question.created_at,
  })
  for (const [index, frame] of answerFrames(app.mode, question.content).entries()) {
    const pace = paceOf(question.content, state.tokenPaceMs)
    await new Promise((resolve) => setTimeout(resolve, pace))
    if (turn.stopAsked) return done('stopped')
    if (frame.event === 'delta') answer.content += /** @type {Item} */ (frame.data).text
    send(frame.event, frame.data)
    if (index === 1 && question.content === 'fail') {
      answer.status = 'failed'
      return send('error', {
        code: 'dify_protocol_error',
        message: 'scripted',
        retryable: true,
        request_id: 'req-1',
      })
    }
  }
  send('usage', { prompt_tokens: 3, completion_tokens: 9, total_tokens: 12, latency_ms: 30 })
  done('completed')
}

/** @param {FakeState} state @param {Item} app @param {Item} body @param {Item} user */
function beginTurn(state, app, body, user) {
  const now = new Date().toISOString()
  let conversation = state.conversations.find(
    (known) => known.id === body.conversation_id && known.user_id === user.id,
  )
  if (body.conversation_id && !conversation) return null
  const again = state.messages.find((message) => message.id === body.parent_message_id)
  if (!conversation) {
    conversation = {
      id: state.id(),
      user_id: user.id,
      app_id: app.id,
      title: body.message.slice(0, 40),
      pinned: false,
      archived: false,
      temporary: body.temporary === true,
      folder_id: null,
      tags: [],
      purge_at: body.temporary ? new Date(Date.now() + 86_400_000).toISOString() : null,
      created_at: now,
      updated_at: now,
    }
    state.conversations.push(conversation)
  }
  conversation.updated_at = now
  const base = {
    conversation_id: conversation.id,
    turn_id: body.turn_id ?? state.id(),
    created_at: now,
    files: [],
  }
  const question = again ?? {
    ...base,
    id: state.id(),
    role: 'user',
    content: body.message,
    status: 'completed',
  }
  const answer = { ...base, id: state.id(), role: 'assistant', content: '', status: 'streaming' }
  state.messages.push(...(again ? [answer] : [question, answer]))
  /** @type {(() => void)[]} */
  let waiting = []
  const grown = () => new Promise((resolve) => waiting.push(() => resolve(undefined)))
  const wake = () => {
    for (const resume of waiting) resume()
    waiting = []
  }
  return { conversation, question, answer, frames: [], over: false, stopAsked: false, grown, wake }
}

/** @param {FakeState} state @param {Call} call */
function admin(state, { request, response, body, parts, user, query }) {
  if (user?.role !== 'admin') return problem(response, 403, 'forbidden')
  const call = { request, response, body, parts, user, query }
  if (parts[1] === 'users') return administerUsers(state.accounts, call)
  if (parts[1] === 'settings') return administerSettings(state.accounts, call)
  const app = state.apps.find((candidate) => candidate.id === parts[2])
  if (parts.length > 2 && !app) return problem(response, 404, 'not_found')
  const fields = ['name', 'slug', 'base_url', 'api_key', 'description', 'icon', 'enabled']
  if (refuseUnknown(response, body, fields)) return
  if (!app) {
    if (request.method === 'GET') return json(response, 200, page(state.apps.map(adminApp)))
    if (!body.api_key?.startsWith('app-')) {
      return problem(response, 400, 'validation_failed', [
        { field: 'api_key', code: 'pattern', message: 'must start with app-' },
      ])
    }
    return json(response, 201, adminApp(state.addApp({ ...body, mode: 'chat' })))
  }
  if (parts[3] === 'test') {
    const found = /unreachable/.test(app.base_url)
      ? {
          ok: false,
          steps: [
            {
              step: 'connection',
              ok: false,
              code: 'not_connected',
              message: 'nothing answers at the base URL',
            },
          ],
          latency_ms: 1,
        }
      : {
          ok: true,
          steps: [{ step: 'info', ok: true }],
          mode: app.mode,
          name: app.name,
          latency_ms: 1,
        }
    return json(response, 200, found)
  }
  if (request.method === 'PATCH') return json(response, 200, adminApp(Object.assign(app, body)))
  if (request.method === 'DELETE') {
    state.apps = state.apps.filter((candidate) => candidate !== app)
    response.writeHead(204).end()
    return
  }
  return json(response, 200, adminApp(app))
}

/** @param {Item} item @param {string} secret */
const without = (item, secret) =>
  Object.fromEntries(Object.entries(item).filter(([field]) => field !== secret))
/** @param {Item} app */
const publicApp = ({ id, slug, name, description, icon, mode }) => ({
  id,
  slug,
  name,
  description,
  icon,
  mode,
})
/** @param {Item} app */
const adminApp = (app) => ({ ...without(app, 'api_key'), api_key_set: true })
/** @param {string} path @param {Response} response */
function serveFile(path, response) {
  const wanted = join(DIST, normalize(path))
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(DIST, 'index.html')
  if (!existsSync(file)) {
    response.writeHead(404).end('Build the web app first: npm run build')
    return
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
  response.end(readFileSync(file))
}

/** @param {Request} request */
async function readText(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8080' }, pace: { type: 'string', default: '15' } },
  })
  const fake = await startFakeServer({
    port: Number(values.port),
    tokenPaceMs: Number(values.pace),
    demo: true,
  })
  console.log(`Fake ReChat server on ${fake.url}`)
}
