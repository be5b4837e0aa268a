// Somebody with an account, and what the API does for them; pages are for the browser.
import { setTimeout } from 'node:timers/promises'
import { baseUrl } from './arguments.mjs'

/** @typedef {{ email: string, password: string }} Credentials */
/** @typedef {{ name: string, value: string, path: string, httpOnly: boolean, sameSite: 'Strict' }} Cookie */

const API = `${baseUrl}/api/v1`

export class Person {
  /** The session in which the API is asked; its cookies are good for one browser. @type {Cookie[] | null} */
  cookies = null
  /** @type {Record<string, any>} */
  user = {}
  #token = ''

  /** @param {Credentials} credentials */
  constructor({ email, password }) {
    this.email = email
    this.password = password
  }

  /**
   * Asked a second time where an instance died over it, as a browser's owner would; the first may have made the account.
   * @param {Record<string, unknown>} [more] display_name, language
   */
  async register(more = {}) {
    const wish = { email: this.email, password: this.password, ...more }
    try {
      return await this.#begin('/auth/register', wish)
    } catch (error) {
      if (!(error instanceof SignInRefused) || error.status !== 502) throw error
    }
    try {
      return await this.#begin('/auth/register', wish)
    } catch (error) {
      if (!(error instanceof SignInRefused) || error.code !== 'email_taken') throw error
      return this.signIn()
    }
  }

  async signIn() {
    return this.#begin('/auth/login', { email: this.email, password: this.password })
  }

  /**
   * Asks the API; answers what it says, `null` for nothing, and throws for an error. Texts (CSV) and `FormData` are
   * sent as they are.
   * @param {string} method @param {string} path below /api/v1 @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async api(method, path, body) {
    let response = await this.fetch(method, path, body)
    if (response.status === 401 && this.#token) {
      await this.signIn()
      response = await this.fetch(method, path, body)
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`)
    if (text === '') return null
    return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async fetch(method, path, body) {
    const raw = typeof body === 'string' || body instanceof FormData
    const type = typeof body === 'string' ? 'text/csv' : 'application/json'
    return fetch(API + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': type }),
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    })
  }

  /**
   * Asks an app without a browser and waits for the end of the answer.
   * @param {string} message @param {Record<string, unknown>} [more] app_id, conversation_id, inputs, …
   * @returns {Promise<{ conversation: string, answer: string, turn: string }>}
   */
  async ask(message, more = {}) {
    const response = await this.fetch('POST', '/chat/stream', {
      app_id: 'demo-chat',
      message,
      ...more,
    })
    if (!response.ok) throw new Error(`/chat/stream → ${response.status} ${await response.text()}`)
    const events = await asFarAsItCame(response)
    const turn = /^event: turn\ndata: (.*)$/m.exec(events)?.[1]
    if (!turn) throw new Error(`no turn in ${events}`)
    const ids = JSON.parse(turn)
    if (!isOver(events)) await this.#readOn(ids.turn_id)
    return {
      conversation: ids.conversation_id,
      answer: ids.assistant_message_id,
      turn: ids.turn_id,
    }
  }

  /**
   * Reads on to the end of a turn whose connection was cut, as in a house whose instances are killed.
   * @param {string} turn
   */
  async #readOn(turn) {
    for (;;) {
      const response = await this.fetch('GET', `/chat/turns/${turn}/events?after=0`)
      if (response.status === 204 || isOver(await asFarAsItCame(response))) return
      if (!response.ok && response.status !== 502)
        throw new Error(`turn ${turn}: ${response.status}`)
      await setTimeout(200)
    }
  }

  /** @param {string} path @param {Record<string, unknown>} body */
  async #begin(path, body) {
    const response = await this.fetch('POST', path, body)
    if (!response.ok) throw new SignInRefused(response.status, await response.text())
    const { user, access_token } = await response.json()
    this.user = user
    this.#token = access_token
    this.cookies = response.headers.getSetCookie().map(cookie)
    return this
  }
}

export class SignInRefused extends Error {
  /** @param {number} status @param {string} body */
  constructor(status, body) {
    super(`refused with ${status}: ${body}`)
    this.status = status
    this.code = /"code":"(\w+)"/.exec(body)?.[1]
  }
}

/** @param {string} events */
const isOver = (events) => /^event: (done|error)$/m.test(events)

/** The text of a body, also of one that breaks off. @param {Response} response */
async function asFarAsItCame(response) {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const part of response.body ?? []) text += decoder.decode(part, { stream: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return text
}

/** @param {string} header @returns {Cookie} */
function cookie(header) {
  const [pair = '', ...attributes] = header.split('; ')
  const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/'
  const at = pair.indexOf('=')
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    path,
    httpOnly: true,
    sameSite: 'Strict',
  }
}
