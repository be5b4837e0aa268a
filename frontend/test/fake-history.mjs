// The history of the FAKE server: conversations, folders, search, shares, export and import.
import { json, nothing, page, problem, refuseUnknown } from './fake-http.mjs'

/** @typedef {Record<string, any>} Item */
/** @typedef {{ response: import('node:http').ServerResponse, request: import('node:http').IncomingMessage, body: Item, user: Item | undefined, parts: string[], query: URLSearchParams }} Call */

const DAY_MS = 86_400_000
const CHANGES = ['title', 'pinned', 'archived', 'folder_id', 'tags', 'temporary']

/** @param {Item} conversation */
const placeOf = (conversation) => {
  if (conversation.temporary) return 'temporary'
  if (conversation.deleted_at) return 'trash'
  return conversation.archived ? 'archive' : 'list'
}

/** As the server does it: what is empty is left out. @param {Item} item */
const view = (item) =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([name, value]) =>
        !['user_id', 'deleted_at', 'token'].includes(name) &&
        value !== null &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Each piece of a text, and whether it is what was looked for. @param {string} text @param {string} words */
const segments = (text, words) =>
  text
    .split(new RegExp(`(${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'i'))
    .filter(Boolean)
    .map((piece) => ({ text: piece, match: piece.toLowerCase() === words.toLowerCase() }))

/** @param {Item} state @param {Call} call */
export function conversations(state, call) {
  const { request, response, parts, query, body } = call
  /** @type {Item[]} */
  const own = state.conversations.filter((/** @type {Item} */ it) => it.user_id === call.user?.id)
  const [, id, what] = parts
  if (id === undefined) {
    if (request.method === 'DELETE') {
      const gone = own.filter((it) => ['list', 'archive'].includes(placeOf(it)))
      for (const conversation of gone) toTrash(conversation)
      return json(response, 200, { count: gone.length })
    }
    const narrowing = ['app_id', 'folder_id'].filter((name) => query.has(name))
    const listed = own
      .filter((it) => placeOf(it) === (query.get('place') ?? 'list'))
      .filter((it) => narrowing.every((name) => it[name] === query.get(name)))
      .filter((it) => !query.has('tag') || it.tags.includes(query.get('tag')))
      .toSorted((a, b) => b.pinned - a.pinned || b.updated_at.localeCompare(a.updated_at))
    return json(response, 200, page(listed.map(view)))
  }
  if (id === 'counts') return counts(own, call)
  if (id === 'search') return search(state, own, call)
  if (id === 'export') return download(response, own.map(view), query)
  if (id === 'import') {
    const warnings = [{ code: 'files', count: 2, message: 'files are not imported' }]
    return json(response, 200, { imported: body.conversations?.length ?? 0, skipped: 1, warnings })
  }
  if (id === 'trash') {
    const gone = own.filter((it) => placeOf(it) === 'trash')
    state.conversations = state.conversations.filter((/** @type {Item} */ it) => !gone.includes(it))
    return json(response, 200, { count: gone.length })
  }
  const conversation = own.find((it) => it.id === id)
  if (!conversation) return problem(response, 404, 'not_found')
  if (request.method === 'DELETE' && what === undefined) {
    if (query.get('permanent') === 'true' || conversation.temporary) {
      state.conversations = state.conversations.filter((/** @type {Item} */ it) => it.id !== id)
    } else toTrash(conversation)
    return nothing(response)
  }
  if (what === 'restore') {
    Object.assign(conversation, { deleted_at: null, purge_at: null })
    return json(response, 200, view(conversation))
  }
  if (placeOf(conversation) === 'trash') return problem(response, 404, 'not_found')
  switch (what) {
    case 'folder':
      conversation.folder_id = null
      return nothing(response)
    case 'export':
      return download(response, [view(conversation)], query)
    case 'shares':
      return share(state, conversation, call)
    case 'messages':
      return messages(state, conversation, call)
  }
  if (request.method === 'PATCH') {
    if (refuseUnknown(response, body, CHANGES)) return
    Object.assign(conversation, body)
    if (body.temporary === false) conversation.purge_at = null
  }
  return json(response, 200, view(conversation))
}

/** @param {Item} conversation */
function toTrash(conversation) {
  conversation.deleted_at = new Date().toISOString()
  conversation.purge_at = new Date(Date.now() + 30 * DAY_MS).toISOString()
}

/** @param {Item[]} own @param {Call} call */
function counts(own, { response }) {
  const listed = own.filter((it) => placeOf(it) === 'list')
  /** @param {unknown[]} values @param {string} name */
  const by = (values, name) =>
    [...new Set(values)].map((value) => ({
      [name]: value,
      count: values.filter((other) => other === value).length,
    }))
  json(
    response,
    200,
    view({
      list: listed.length,
      archive: own.filter((it) => placeOf(it) === 'archive').length,
      trash: own.filter((it) => placeOf(it) === 'trash').length,
      folders: by(listed.map((it) => it.folder_id).filter(Boolean), 'folder_id'),
      tags: by(
        listed.flatMap((it) => it.tags),
        'tag',
      ),
    }),
  )
}

/** Nothing older than the words `older` is found at once. @param {Item} state @param {Item[]} own @param {Call} call */
function search(state, own, { response, query }) {
  const words = query.get('q') ?? ''
  /** @param {string} text */
  const has = (text) => text.toLowerCase().includes(words.toLowerCase())
  const data = own
    .filter((it) => ['list', 'archive'].includes(placeOf(it)))
    .map((conversation) => {
      const said = state.messages.filter(
        (/** @type {Item} */ it) => it.conversation_id === conversation.id && has(it.content),
      )
      return view({
        conversation: view(conversation),
        title: segments(conversation.title, words),
        hits: said.slice(0, 3).map((/** @type {Item} */ it) => ({
          message_id: it.id,
          role: it.role,
          created_at: it.created_at,
          snippet: segments(it.content.slice(0, 160), words),
        })),
        hit_count: said.length,
      })
    })
    .filter((found) => found.hit_count > 0 || has(found.conversation.title))
  const complete = query.get('cursor') !== null || words !== 'older'
  json(response, 200, {
    data: complete ? data : [],
    next_cursor: complete ? null : 'older',
    complete,
  })
}

/** @param {import('node:http').ServerResponse} response @param {Item[]} data @param {URLSearchParams} query */
function download(response, data, query) {
  const markdown = query.get('format') === 'markdown'
  const text = markdown
    ? data.map((it) => `# ${it.title}\n`).join('\n')
    : JSON.stringify({ conversations: data })
  response.writeHead(200, { 'content-type': markdown ? 'text/markdown' : 'application/json' })
  response.end(text)
}

/** @param {Item} state @param {Item} conversation @param {Call} call */
function messages(state, conversation, { response, query }) {
  const before = query.get('before')
  const stored = state.messages
    .filter((/** @type {Item} */ it) => it.conversation_id === conversation.id)
    .filter((/** @type {Item} */ it) => before === null || it.id < before)
    .toReversed()
  const limit = Number(query.get('limit') ?? 20)
  const next_cursor = stored.length > limit ? 'more' : null
  return json(response, 200, { data: stored.slice(0, limit), next_cursor })
}

/** @param {Item} state @param {Call} call */
export function folders(state, { request, response, body, parts, user }) {
  const own = state.folders.filter((/** @type {Item} */ it) => it.user_id === user?.id)
  const folder = own.find((/** @type {Item} */ it) => it.id === parts[1])
  if (parts.length > 1 && !folder) return problem(response, 404, 'not_found')
  if (body.name && own.some((/** @type {Item} */ it) => it !== folder && it.name === body.name)) {
    return problem(response, 409, 'folder_exists')
  }
  switch (request.method) {
    case 'POST':
      state.folders.push({ id: state.id(), user_id: user?.id, name: body.name })
      return json(response, 201, view(state.folders.at(-1)))
    case 'PATCH':
      return json(response, 200, view(Object.assign(folder, { name: body.name })))
    case 'DELETE':
      state.folders = state.folders.filter((/** @type {Item} */ it) => it !== folder)
      for (const it of state.conversations) if (it.folder_id === parts[1]) it.folder_id = null
      return nothing(response)
    default:
      return json(response, 200, page(own.map(view)))
  }
}

/** @param {Item} state @param {Item} conversation @param {Call} call */
function share(state, conversation, { response, body, user }) {
  const made = new Date()
  const days = body.expires_in_days
  const share = {
    id: state.id(),
    user_id: user?.id,
    token: `s-${state.id()}`,
    conversation_id: conversation.id,
    title: conversation.title,
    created_at: made.toISOString(),
    expires_at: days ? new Date(made.getTime() + days * DAY_MS).toISOString() : null,
  }
  state.shares.push(share)
  return json(response, 201, { ...view(share), url: `/shared#token=${share.token}` })
}

/** @param {Item} state @param {Call} call */
export function shares(state, { request, response, parts, user }) {
  const own = state.shares.filter((/** @type {Item} */ it) => it.user_id === user?.id)
  if (request.method !== 'DELETE') return json(response, 200, page(own.toReversed().map(view)))
  state.shares = state.shares.filter((/** @type {Item} */ it) => it.id !== parts[1])
  return nothing(response)
}

/** @param {Item} state @param {Call} call */
export function shared(state, { response, parts, user }) {
  if (state.sharing === 'members' && !user) return problem(response, 401, 'unauthenticated')
  const found = state.shares.find((/** @type {Item} */ it) => it.token === parts[1])
  if (!found) return problem(response, 404, 'not_found')
  if (parts[2] === 'messages') {
    const said = state.messages
      .filter((/** @type {Item} */ it) => it.conversation_id === found.conversation_id)
      .map((/** @type {Item} */ { role, content, status, files }, /** @type {number} */ index) =>
        view({ position: index + 1, role, content, status, files }),
      )
    return json(response, 200, page(said))
  }
  const app = { name: 'Assistant', icon: '🤖' }
  return json(response, 200, { title: found.title, app, shared_at: found.created_at })
}
