// OpenAI's own client for JavaScript, unchanged but for its base URL, against a house that runs: what it is answered, and what it
// does by itself. What Dify does is said by words of the question, which its simulator knows.
//   npm run conformance -- --base-url http://localhost:8080
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import OpenAI from 'openai'
import { baseUrl } from '../e2e/arguments.mjs'
import { Person } from '../e2e/person.mjs'

const MODEL = 'demo-chat'
const PASSWORD = 'a key of seven teeth'
const unique = `${Date.now().toString(36)}${process.pid.toString(36)}`

let key = ''

/** How often the client asked. */
let requests = 0

/** @param {import('openai').ClientOptions} [more] */
function client(more) {
  requests = 0
  return new OpenAI({
    apiKey: key,
    baseURL: `${baseUrl}/v1`,
    fetch: (url, options) => {
      requests += 1
      return fetch(url, options)
    },
    ...more,
  })
}

/** @param {string} content @returns {{ model: string, messages: OpenAI.ChatCompletionMessageParam[] }} */
const asking = (content) => ({ model: MODEL, messages: [{ role: 'user', content }] })

/** @param {string} content @param {Partial<import('openai').ClientOptions>} [more] */
const ask = (content, more) => client(more).chat.completions.create(asking(content))

/** @param {AsyncIterable<OpenAI.ChatCompletionChunk>} stream @param {string[]} heard what was told, also when it fails */
async function listen(stream, heard = []) {
  for await (const chunk of stream) heard.push(chunk.choices[0]?.delta.content ?? '')
  return heard.join('')
}

/** @param {() => PromiseLike<unknown>} act @returns {Promise<InstanceType<typeof OpenAI.APIError>>} */
async function failure(act) {
  try {
    await act()
  } catch (error) {
    assert.ok(error instanceof OpenAI.APIError, String(error))
    return error
  }
  throw new assert.AssertionError({ message: 'it did not fail' })
}

describe("OpenAI's client for JavaScript", () => {
  before(async () => {
    const person = new Person({ email: `sdk-${unique}@example.com`, password: PASSWORD })
    await person.register({ display_name: 'Programs' })
    const wanted = { name: 'sdk', scopes: ['chat'], password: PASSWORD }
    key = (await person.api('POST', '/auth/keys', wanted)).key
  })

  test('finds apps as models', async () => {
    const models = await client().models.list()
    const ids = models.data.map((model) => model.id)
    assert.ok(ids.includes(MODEL) && ids.includes(`${MODEL}:stateless`), ids.join())
    assert.equal((await client().models.retrieve(MODEL)).object, 'model')
  })

  test('takes an answer in one piece', async () => {
    const answer = await ask('What is a lease?')
    assert.match(answer.choices[0]?.message.content ?? '', /What is a lease\?/)
    assert.equal(answer.choices[0]?.finish_reason, 'stop')
    assert.ok((answer.usage?.total_tokens ?? 0) > 0)
  })

  test('takes a stream, and what it cost', async () => {
    const stream = client().chat.completions.stream({
      ...asking('What is a lease, bit by bit?'),
      stream_options: { include_usage: true },
    })
    const told = await listen(stream)
    const answer = await stream.finalChatCompletion()
    assert.match(told, /bit by bit/)
    assert.equal(answer.choices[0]?.message.content, told)
    assert.ok(((await stream.totalUsage()).total_tokens ?? 0) > 0)
  })

  test('keeps characters whole whose bytes arrive apart', async () => {
    const stream = await client().chat.completions.create({ ...asking('!split'), stream: true })
    assert.equal(await listen(stream), '价格是 5 €, so schön 😀.')
  })

  test('goes on in the same conversation with the history alone', async () => {
    const talk = asking('What is a lease? Once more.')
    const first = await client().chat.completions.create(talk).withResponse()
    const message = first.data.choices[0]?.message
    assert.ok(message)
    talk.messages.push(message, { role: 'user', content: 'And a tenant?' })
    const next = await client().chat.completions.create(talk).asResponse()
    const conversation = 'x-rechat-conversation-id'
    assert.equal(next.headers.get(conversation), first.response.headers.get(conversation))
    assert.equal(next.headers.get('x-rechat-context'), 'kept')
  })

  test('throws its own errors for what is refused, and asks once', async () => {
    const wrongKey = await failure(() => client({ apiKey: 'rk-nobody-knows' }).models.list())
    assert.ok(wrongKey instanceof OpenAI.AuthenticationError)
    assert.equal(wrongKey.code, 'invalid_api_key')

    const model = await failure(() =>
      client().chat.completions.create({ ...asking('hello'), model: 'gpt-4o' }),
    )
    assert.ok(model instanceof OpenAI.NotFoundError)
    assert.deepEqual([model.code, model.param], ['model_not_found', 'model'])

    const two = await failure(() => client().chat.completions.create({ ...asking('hello'), n: 2 }))
    assert.ok(two instanceof OpenAI.BadRequestError)
    assert.deepEqual([two.code, two.param], ['unsupported_parameter', 'n'])

    const long = await failure(() => ask('x'.repeat(100_001)))
    assert.deepEqual([long.status, long.code], [400, 'too_long'])
    assert.equal(requests, 1)
  })

  test('asks again by itself what may do better then', async () => {
    const cut = await failure(() => ask('!cut', { maxRetries: 1 }))
    assert.deepEqual([cut.status, cut.code], [502, 'dify_protocol_error'])
    assert.equal(requests, 2)
  })

  test("does not ask again when Dify refuses the app's key", async () => {
    const refused = await failure(() => ask('!key'))
    assert.deepEqual([refused.status, refused.code], [502, 'dify_unauthorized'])
    assert.equal(requests, 1)
  })

  test('throws what fails within a stream', async () => {
    /** @type {string[]} */
    const heard = []
    const broken = await failure(async () =>
      listen(await client().chat.completions.create({ ...asking('!error'), stream: true }), heard),
    )
    assert.equal(heard.join(''), 'This answer will not ')
    assert.equal(broken.code, 'dify_rejected')
  })

  test('aborts a stream, and its next question is taken', async () => {
    const metadata = { chat_id: `abort-${unique}` }
    const stream = await client().chat.completions.create({
      ...asking('!timed 1000 50'),
      metadata,
      stream: true,
    })
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) break // which aborts the request
    }
    assert.ok(stream.controller.signal.aborted)
    const next = await client({ maxRetries: 8 }).chat.completions.create({
      ...asking('Never mind.'),
      metadata,
    })
    assert.ok(next.choices[0]?.message.content?.includes('Never mind.'))
  })
})
