// Conversations to import, in the form that ReChat exports.
import { randomUUID } from 'node:crypto'

const DAY_MS = 86_400_000

/**
 * @param {string} title @param {[question: string, answer: string][]} turns
 * @param {{ slug?: string, daysAgo?: number, pinned?: boolean, archived?: boolean, folder?: string, tags?: string[] }} [more]
 */
export function conversation(title, turns, more = {}) {
  const { slug = 'demo-chat', daysAgo = 1, pinned = false, archived = false, tags = [] } = more
  const began = Date.now() - daysAgo * DAY_MS
  let time = began
  /** @type {string | null} */
  let last = null
  /** @param {string} role @param {string} content */
  const message = (role, content) => {
    const id = randomUUID()
    const parent = last === null ? {} : { parent_id: last }
    last = id
    time += 1_000
    const created_at = new Date(time).toISOString()
    return { id, ...parent, role, content, status: 'completed', created_at, files: [] }
  }
  return {
    id: randomUUID(),
    app: { id: randomUUID(), slug },
    title,
    pinned,
    archived,
    ...(more.folder && { folder: more.folder }),
    tags,
    created_at: new Date(began).toISOString(),
    messages: turns.flatMap(([question, answer]) => [
      message('user', question),
      message('assistant', answer),
    ]),
    updated_at: new Date(time).toISOString(),
  }
}

/**
 * @param {import('./person.mjs').Person} person @param {ReturnType<typeof conversation>[]} conversations
 * @returns {Promise<string[]>} their ids, in the order in which they were given
 */
export async function importTo(person, conversations) {
  const { conversations: made } = await person.api('POST', '/conversations/import', {
    format: 'rechat-conversations',
    version: 1,
    exported_at: new Date().toISOString(),
    conversations,
  })
  return made.map((/** @type {{ id: string }} */ { id }) => id)
}
