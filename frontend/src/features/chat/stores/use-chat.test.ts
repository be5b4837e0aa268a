import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setAccessToken } from '@/api/access-token'
import {
  deltaFrame,
  doneFrame,
  eventStream,
  eventStreamOf,
  fakeNetwork,
  frame,
  jsonAnswer,
  numbered,
  problemAnswer,
  type SentRequest,
  turnFrame,
} from '../../../../test/sse'
import { useAppDetails } from './use-app-details'
import { useChat } from './use-chat'

function newChat(draft = 'Hello') {
  const chat = useChat()
  chat.chooseApp('a1')
  chat.draft = draft
  return chat
}

/** An answer that goes on until the test ends it, or the reader aborts. */
function openAnswer(...frames: string[]) {
  let sink: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const write = (text: string) => sink?.enqueue(new TextEncoder().encode(text))
  const sent = fakeNetwork((_request, signal) => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        sink = controller
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason)
        })
      },
    })
    frames.forEach(write)
    return eventStreamOf(body)
  })
  return { sent, write }
}

const until = async (condition: () => boolean) => {
  for (let turns = 0; turns < 100 && !condition(); turns += 1) await vi.advanceTimersByTimeAsync(5)
  expect(condition()).toBe(true)
}

const anId: unknown = expect.stringMatching(
  /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
)
const turnIdOf = (request?: SentRequest) => (request?.body as { turn_id: string }).turn_id

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('submit', () => {
  it('sends exactly the named fields and shows the streamed answer', async () => {
    const sent = fakeNetwork(() =>
      eventStream(turnFrame, deltaFrame('Hi '), deltaFrame('there'), doneFrame),
    )
    const chat = newChat()

    await chat.submit()

    expect(sent[0]?.body).toEqual({ app_id: 'a1', message: 'Hello', turn_id: anId })
    expect(chat.messages).toMatchObject([
      { role: 'user', id: 'm1', content: 'Hello' },
      { role: 'assistant', id: 'm2', content: 'Hi there', status: 'completed' },
    ])
    expect(chat.state).toEqual({ phase: 'idle' })
    expect(chat.conversationId).toBe('c1')
    expect(chat.draft).toBe('')
  })

  it('continues the conversation with the next question', async () => {
    const sent = fakeNetwork(() => eventStream(turnFrame, deltaFrame('Hi'), doneFrame))
    const chat = newChat()

    await chat.submit()
    chat.draft = 'And?'
    await chat.submit()

    expect(sent[1]?.body).toEqual({
      app_id: 'a1',
      message: 'And?',
      conversation_id: 'c1',
      parent_message_id: 'm2',
      turn_id: anId,
    })
    expect(turnIdOf(sent[1])).not.toBe(turnIdOf(sent[0]))
    expect(chat.messages).toHaveLength(4)
  })

  it('does nothing while an answer streams', async () => {
    const { sent, write } = openAnswer(turnFrame)
    const chat = newChat()
    const first = chat.submit()
    await until(() => chat.state.phase === 'streaming')

    chat.draft = 'too early'
    await chat.submit()

    expect(sent).toHaveLength(1)
    expect(chat.draft).toBe('too early')
    write(doneFrame)
    await first
  })

  it('does nothing without text', async () => {
    const sent = fakeNetwork(() => eventStream(turnFrame, doneFrame))
    const chat = newChat('  \n')

    await chat.submit()

    expect(sent).toHaveLength(0)
  })

  it.each([
    ['the server refuses', () => problemAnswer(503, 'dify_unavailable'), 'dify_unavailable'],
    ['the server is not reached', () => Promise.reject(new TypeError('x')), 'network_error'],
    ['the connection ends before the turn began', () => eventStream(), 'stream_cut'],
  ])('puts the text back when %s', async (_case, answer, code) => {
    fakeNetwork(answer)
    const chat = newChat('Precious text')

    const submitting = chat.submit()
    await vi.runAllTimersAsync()
    await submitting

    expect(chat.draft).toBe('Precious text')
    expect(chat.messages).toEqual([])
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { code, remedy: 'resubmit' } })
  })

  it('sends the same turn again when the server is not reached, at once and by hand', async () => {
    let reachable = false
    const sent = fakeNetwork(() =>
      reachable
        ? eventStream(turnFrame, doneFrame)
        : Promise.reject(new TypeError('failed to fetch')),
    )
    const chat = newChat()

    const submitting = chat.submit()
    await vi.runAllTimersAsync()
    await submitting
    reachable = true
    await chat.submit()

    expect(sent).toHaveLength(6)
    expect(new Set(sent.map(turnIdOf)).size).toBe(1)
    expect(chat.messages.at(-1)).toMatchObject({ status: 'completed' })
  })

  it('asks anew after the server itself has refused', async () => {
    const sent = fakeNetwork(() => problemAnswer(503, 'dify_unavailable'))
    const chat = newChat()

    await chat.submit()
    await chat.submit()

    expect(sent).toHaveLength(2)
    expect(turnIdOf(sent[1])).not.toBe(turnIdOf(sent[0]))
  })
})

describe('a temporary chat', () => {
  it('is begun as one, and can be kept', async () => {
    const sent = fakeNetwork(({ method }) =>
      method === 'PATCH'
        ? jsonAnswer(200, {})
        : eventStream(turnFrame, deltaFrame('Hi'), doneFrame),
    )
    const chat = newChat()
    chat.temporary = true

    await chat.submit()
    chat.draft = 'More'
    await chat.submit()

    expect(sent[0]?.body).toMatchObject({ message: 'Hello', temporary: true })
    expect(sent[1]?.body).toMatchObject({ message: 'More', conversation_id: 'c1' })
    expect(sent[1]?.body).not.toHaveProperty('temporary')
    expect(chat.temporary).toBe(true)

    await chat.keep()

    expect(sent[2]).toMatchObject({
      method: 'PATCH',
      path: '/api/v1/conversations/c1',
      body: { temporary: false },
    })
    expect(chat.temporary).toBe(false)
  })

  it('does not make the next one temporary', () => {
    const chat = newChat()
    chat.temporary = true

    chat.reset()

    expect(chat.temporary).toBe(false)
  })
})

describe('a run with a form', () => {
  const app = {
    id: 'a1',
    mode: 'workflow',
    user_input_form: [
      { variable: 'topic', label: 'Topic', type: 'text-input', options: [] },
      {
        variable: 'photo',
        label: 'Photo',
        type: 'file',
        options: [],
        allowed_file_types: [],
        allowed_file_extensions: [],
      },
    ],
  }
  const newRun = async () => {
    const sent = fakeNetwork(({ path }) =>
      path.startsWith('/api/v1/apps/') ? jsonAnswer(200, app) : eventStream(turnFrame, doneFrame),
    )
    await useAppDetails().read('a1')
    const chat = newChat('')
    const again = async () => {
      const answer = chat.messages.at(-1)
      if (answer?.role === 'assistant') await chat.regenerate(answer)
    }
    const runs = () => sent.filter(({ path }) => path.endsWith('/chat/stream'))
    return { chat, again, runs }
  }

  it('is repeated with what it was run with, whatever stands in the form by now', async () => {
    const { chat, again, runs } = await newRun()
    chat.inputs = { topic: 'Leases', photo: null }
    await chat.run('Leases')
    chat.inputs = { topic: 'Rents', photo: null }
    await again()

    expect(runs()[1]?.body).toMatchObject({
      parent_message_id: 'm1',
      inputs: { topic: 'Leases' },
    })
  })

  it('is not repeated without its file', async () => {
    const { chat, again, runs } = await newRun()
    await chat.ask('Photo: cat.png')
    await again()

    expect(runs()).toHaveLength(1)
    expect(chat.state).toMatchObject({ failure: { code: 'inputs_unknown' } })
  })
})

describe('regenerate', () => {
  it('asks the question of a failed answer again and leaves the draft alone', async () => {
    const failed = frame('error', { code: 'dify_timeout', message: 'x', retryable: true })
    const answers = [eventStream(turnFrame, failed), eventStream(turnFrame, doneFrame)]
    const sent = fakeNetwork(() => answers.shift() ?? problemAnswer(500, 'internal_error'))
    const chat = newChat()
    await chat.submit()
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { code: 'dify_timeout' } })
    chat.draft = 'typed meanwhile'

    const answer = chat.messages.at(-1)
    if (answer?.role !== 'assistant') throw new Error('no answer')
    await chat.regenerate(answer)

    expect(sent[1]?.body).toEqual({
      app_id: 'a1',
      conversation_id: 'c1',
      parent_message_id: 'm1',
      turn_id: anId,
    })
    expect(chat.messages.map(({ role }) => role)).toEqual(['user', 'assistant'])
    expect(chat.draft).toBe('typed meanwhile')
    expect(chat.state).toEqual({ phase: 'idle' })
  })
})

describe('a lost connection', () => {
  const frames = numbered([turnFrame, deltaFrame('Hel'), deltaFrame('lo'), doneFrame])

  it('is taken up after the last event, and nothing is shown twice', async () => {
    const sent = fakeNetwork((request) =>
      request.method === 'POST'
        ? eventStream(...frames.slice(0, 2))
        : eventStream(...frames.slice(1)),
    )
    const chat = newChat()

    await chat.submit()

    expect(sent[1]).toMatchObject({ method: 'GET', lastEventId: '2' })
    expect(sent[1]?.path).toMatch(new RegExp(`/chat/turns/${turnIdOf(sent[0])}/events$`))
    expect(chat.messages.at(-1)).toMatchObject({ content: 'Hello', status: 'completed' })
    expect(chat.state).toEqual({ phase: 'idle' })
  })

  it('keeps what had arrived when it does not come back, and goes on at the reader’s wish', async () => {
    let reachable = false
    const sent = fakeNetwork((request) => {
      if (request.method === 'POST') return eventStream(...frames.slice(0, 2))
      if (!reachable) return Promise.reject(new TypeError('failed to fetch'))
      return eventStream(...frames.slice(2))
    })
    const chat = newChat()
    const submitting = chat.submit()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(chat.reconnecting).toBe(true)
    await vi.runAllTimersAsync()
    await submitting

    expect(chat.messages.at(-1)).toMatchObject({ content: 'Hel', status: 'cut' })
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { remedy: 'look-up' } })
    expect(chat.reconnecting).toBe(false)

    reachable = true
    await chat.lookUp()
    await vi.runAllTimersAsync()

    expect(sent.at(-1)).toMatchObject({ lastEventId: '2' })
    expect(chat.messages.at(-1)).toMatchObject({ content: 'Hello', status: 'completed' })
  })
})

describe('stop', () => {
  /** A turn that goes on until it is told to stop, and then ends so. */
  function stoppable(status: string, stopAnswer = () => jsonAnswer(202, {})) {
    let sink: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
    const write = (text: string) => sink?.enqueue(new TextEncoder().encode(text))
    return fakeNetwork((request) => {
      if (request.path.endsWith('/stop')) {
        const answer = stopAnswer()
        if (answer.ok) write(frame('done', { status, finish_reason: 'stopped' }))
        return answer
      }
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          sink = controller
        },
      })
      write(turnFrame)
      write(deltaFrame('Half'))
      return eventStreamOf(body)
    })
  }

  it.each(['stopped', 'stop_unconfirmed'])('tells the server and shows %s', async (status) => {
    const sent = stoppable(status)
    const chat = newChat()
    const submitting = chat.submit()
    await until(() => chat.messages.at(-1)?.content === 'Half')

    await chat.stop()
    await submitting

    expect(sent[1]?.path).toMatch(new RegExp(`/chat/turns/${turnIdOf(sent[0])}/stop$`))
    expect(chat.state).toEqual({ phase: 'stopped' })
    expect(chat.messages.at(-1)).toMatchObject({ content: 'Half', status })
  })

  it('says so when the server cannot be told, and can be tried again', async () => {
    const answers = [problemAnswer(503, 'database_unavailable'), jsonAnswer(202, {})]
    stoppable('stopped', () => answers.shift() ?? jsonAnswer(202, {}))
    const chat = newChat()
    const submitting = chat.submit()
    await until(() => chat.state.phase === 'streaming')

    await chat.stop()
    expect(chat.stopFailure).toMatchObject({ code: 'database_unavailable' })
    expect(chat.state.phase).toBe('streaming')

    await chat.stop()
    await submitting
    expect(chat.state).toEqual({ phase: 'stopped' })
  })

  it('gives the question back when the server was never reached', async () => {
    fakeNetwork(() => Promise.reject(new TypeError('failed to fetch')))
    const chat = newChat()
    const submitting = chat.submit()
    await vi.advanceTimersByTimeAsync(600)

    await chat.stop()
    await submitting

    expect(chat.draft).toBe('Hello')
    expect(chat.messages).toEqual([])
    expect(chat.state).toEqual({ phase: 'stopped' })
  })
})

describe('a form', () => {
  const form = (state: string) =>
    frame('form', {
      form_id: 'f1',
      content: 'Please approve {{#$output.why#}}',
      inputs: [{ type: 'paragraph', output_variable_name: 'why', default: null }],
      actions: [{ id: 'yes', title: 'Approve', button_style: 'primary' }],
      defaults: { why: 'because' },
      state,
    })
  const paused = numbered([
    turnFrame,
    deltaFrame('So far. '),
    form('open'),
    frame('done', { status: 'paused', finish_reason: 'paused' }),
  ])

  async function pausedChat(answer: () => Response) {
    const sent = fakeNetwork((request) =>
      request.path.endsWith('/chat/stream') ? eventStream(...paused) : answer(),
    )
    const chat = newChat()
    await chat.submit()
    const waiting = chat.messages.at(-1)
    if (waiting?.role !== 'assistant') throw new Error('no answer')
    return { sent, chat, waiting }
  }

  it('that is filled in lets the same answer go on', async () => {
    const { sent, chat, waiting } = await pausedChat(() =>
      eventStream(
        ...numbered([
          turnFrame.replace('"t1"', '"t2"'),
          frame('replace', { text: 'So far. ', reason: 'continued' }),
          form('submitted'),
          deltaFrame('Thanks.'),
          doneFrame,
        ]),
      ),
    )
    expect(waiting).toMatchObject({
      status: 'paused',
      parts: [{ inputs: [{ name: 'why', kind: 'paragraph', value: 'because' }] }],
    })

    await chat.fillIn(waiting, 'f1', { inputs: { why: 'ok' }, action: 'yes' })

    expect(sent[1]?.path).toBe('/api/v1/chat/turns/t1/forms/f1')
    expect(sent[1]?.body).toEqual({ inputs: { why: 'ok' }, action: 'yes', turn_id: anId })
    expect(chat.messages).toHaveLength(2)
    expect(chat.messages.at(-1)).toMatchObject({
      turnId: 't2',
      content: 'So far. Thanks.',
      status: 'completed',
      parts: [{ type: 'form', state: 'submitted' }],
    })
  })

  it('that is not taken tells why and keeps waiting', async () => {
    const { chat, waiting } = await pausedChat(() => problemAnswer(409, 'form_closed'))

    await expect(chat.fillIn(waiting, 'f1', { inputs: {}, action: 'yes' })).rejects.toMatchObject({
      code: 'form_closed',
    })

    expect(chat.messages.at(-1)).toMatchObject({ content: 'So far. ', status: 'paused' })
    expect(chat.busy).toBe(false)
  })
})

describe('reset', () => {
  it('lets no late event reach the next chat', async () => {
    const { write } = openAnswer(turnFrame)
    const chat = newChat()
    const submitting = chat.submit()
    await until(() => chat.state.phase === 'streaming')

    chat.reset()
    expect(() => write(deltaFrame('late'))).toThrow()
    await submitting

    expect(chat.messages).toEqual([])
    expect(chat.state).toEqual({ phase: 'idle' })
  })
})

describe('open', () => {
  const message = (id: string, role: string, status = 'completed') => ({
    id,
    conversation_id: 'c1',
    role,
    content: id,
    parent_id: id === 'm1' ? null : 'm1',
    siblings: [id],
    turn_id: 't1',
    status,
    created_at: '2025-01-01T00:00:00.000Z',
  })
  const server = (status: string, events = () => problemAnswer(404, 'not_found')) =>
    fakeNetwork((request) => {
      if (request.path.endsWith('/chat/stream')) return problemAnswer(409, 'turn_running')
      if (request.path.includes('/chat/turns/')) return events()
      return request.path.includes('/messages')
        ? jsonAnswer(200, { data: [message('m2', 'assistant', status), message('m1', 'user')] })
        : jsonAnswer(200, { id: 'c1', app_id: 'a7', title: 'T' })
    })

  it('shows the stored messages in the order of time', async () => {
    server('completed')
    const chat = useChat()

    await chat.open('c1')

    expect(chat.messages.map(({ id }) => id)).toEqual(['m1', 'm2'])
    expect(chat.appId).toBe('a7')
    expect(chat.opening).toEqual({ phase: 'ready' })
    expect(chat.busy).toBe(false)
  })

  it('goes on with an answer that is under way, from its first event', async () => {
    const sent = server('streaming', () =>
      eventStream(...numbered([turnFrame, deltaFrame('From the start'), doneFrame])),
    )
    const chat = useChat()

    await chat.open('c1')
    expect(chat.busy).toBe(true)
    await vi.runAllTimersAsync()

    expect(sent.at(-1)).toMatchObject({ path: '/api/v1/chat/turns/t1/events', lastEventId: '0' })
    expect(chat.messages).toHaveLength(2)
    expect(chat.messages.at(-1)).toMatchObject({ content: 'From the start', status: 'completed' })
    expect(chat.busy).toBe(false)
  })

  it('learns the end of a turn that has nothing left to tell', async () => {
    let asked = 0
    server('streaming', () =>
      asked++ === 0 ? new Response(null, { status: 204 }) : jsonAnswer(200, { status: 'stopped' }),
    )
    const chat = useChat()

    await chat.open('c1')
    await vi.runAllTimersAsync()

    expect(chat.messages.at(-1)).toMatchObject({ content: 'm2', status: 'stopped' })
  })

  it('shows the answer that keeps a question from being asked, which stays typed', async () => {
    const chat = useChat()
    let status = 'completed'
    fakeNetwork((request) => {
      if (request.path.endsWith('/chat/stream')) {
        status = 'streaming'
        return problemAnswer(409, 'turn_running')
      }
      if (request.path.includes('/chat/turns/')) {
        return eventStream(...numbered([turnFrame, deltaFrame('Elsewhere'), doneFrame]))
      }
      return request.path.includes('/messages')
        ? jsonAnswer(200, { data: [message('m2', 'assistant', status), message('m1', 'user')] })
        : jsonAnswer(200, { id: 'c1', app_id: 'a7', title: 'T' })
    })
    await chat.open('c1')
    chat.draft = 'Too early'

    await chat.submit()
    await vi.runAllTimersAsync()

    expect(chat.draft).toBe('Too early')
    expect(chat.messages.map(({ content }) => content)).toEqual(['m1', 'Elsewhere'])
    expect(chat.state).toEqual({ phase: 'idle' })
  })

  it('tells why a conversation cannot be opened', async () => {
    fakeNetwork(() => problemAnswer(404, 'not_found'))
    const chat = useChat()

    await chat.open('c1')

    expect(chat.opening).toMatchObject({ phase: 'failed', error: { code: 'not_found' } })
  })
})

describe('what is typed', () => {
  const tokenOf = (account: string) => `x.${btoa(JSON.stringify({ sub: account }))}.x`
  /** What a page that is opened later finds. */
  function laterPage() {
    setActivePinia(createPinia())
    return useChat()
  }

  beforeEach(() => {
    localStorage.clear()
    setAccessToken(tokenOf('ada'))
    fakeNetwork((request) =>
      request.path.includes('/messages')
        ? jsonAnswer(200, { data: [] })
        : jsonAnswer(200, { id: 'c1', app_id: 'a1', title: 'T' }),
    )
  })
  afterEach(() => {
    setAccessToken(null)
  })

  it('is there again after a reload, each in its conversation', async () => {
    const chat = newChat('for a new chat')
    await chat.open('c1')
    expect(chat.draft).toBe('')
    chat.draft = 'for this one'
    await vi.advanceTimersByTimeAsync(1000)

    const later = laterPage()
    await later.open('c1')
    expect(later.draft).toBe('for this one')
    later.reset()
    later.chooseApp('a1')
    expect(later.draft).toBe('for a new chat')
  })

  it('is kept while the server has not taken it, and gone once it has', async () => {
    const { write } = openAnswer()
    const chat = newChat('Precious')
    const submitting = chat.submit()
    await vi.advanceTimersByTimeAsync(1000)
    expect(chat.draft).toBe('')
    expect(JSON.stringify(localStorage)).toContain('Precious')

    write(turnFrame)
    await until(() => chat.conversationId === 'c1')
    expect(localStorage).toHaveLength(0)
    write(doneFrame)
    await submitting
  })

  it('goes along to another app', () => {
    const chat = newChat('Hello')

    chat.chooseApp('a2')

    expect(chat.draft).toBe('Hello')
  })

  it('waits for its owner after the session has ended, and is gone after signing out', () => {
    const chat = newChat('Precious')
    setAccessToken(null)
    chat.reset()
    expect(JSON.stringify(localStorage)).toContain('Precious')

    chat.forgetDrafts('ada')

    expect(localStorage).toHaveLength(0)
  })

  it('is not shown to another account', () => {
    const chat = newChat('Precious')
    chat.reset()
    setAccessToken(tokenOf('bob'))

    const later = laterPage()
    later.chooseApp('a1')

    expect(later.draft).toBe('')
  })
})

describe('versions', () => {
  const frames = (question: string, answer: string, text: string) => [
    turnFrame.replace('"m1"', `"${question}"`).replace('"m2"', `"${answer}"`),
    deltaFrame(text),
    doneFrame,
  ]
  function answering(...answers: string[][]) {
    return fakeNetwork(() => eventStream(...(answers.shift() ?? [])))
  }
  const contents = (chat: ReturnType<typeof useChat>) => chat.messages.map((it) => it.content)

  it('of an answer are one step apart, and a question follows the one that is shown', async () => {
    const sent = answering(
      frames('m1', 'm2', 'First'),
      frames('m1', 'm3', 'Second'),
      frames('m4', 'm5', 'More'),
    )
    const chat = newChat()
    await chat.submit()
    const [, first] = chat.messages
    if (first?.role !== 'assistant') throw new Error('no answer')

    await chat.regenerate(first)
    expect(contents(chat)).toEqual(['Hello', 'Second'])
    expect(chat.messages.at(-1)?.siblings).toHaveLength(2)

    await chat.show('m2')
    expect(contents(chat)).toEqual(['Hello', 'First'])
    chat.draft = 'And?'
    await chat.submit()
    expect(sent[2]?.body).toMatchObject({ message: 'And?', parent_message_id: 'm2' })
    expect(contents(chat)).toEqual(['Hello', 'First', 'And?', 'More'])
  })

  it('of the first question begin anew, with the old one beside', async () => {
    const sent = answering(frames('m1', 'm2', 'First'), frames('m3', 'm4', 'Other'))
    const chat = newChat()
    await chat.submit()
    const [question] = chat.messages
    if (question?.role !== 'user') throw new Error('no question')

    await chat.edit(question, 'Good morning')

    expect(sent[1]?.body).toMatchObject({
      message: 'Good morning',
      parent_message_id: '00000000-0000-0000-0000-000000000000',
    })
    expect(contents(chat)).toEqual(['Good morning', 'Other'])
    await chat.show('m1')
    expect(contents(chat)).toEqual(['Hello', 'First'])
  })

  it('that are refused leave the old one, and the new words where they were typed', async () => {
    const answers = [eventStream(...frames('m1', 'm2', 'First'))]
    fakeNetwork(() => answers.shift() ?? problemAnswer(503, 'dify_unavailable'))
    const chat = newChat()
    await chat.submit()
    const [question] = chat.messages
    if (question?.role !== 'user') throw new Error('no question')

    await chat.edit(question, 'Good morning')

    expect(contents(chat)).toEqual(['Hello', 'First'])
    expect(question.siblings).toHaveLength(1)
    expect(chat.editing).toEqual({ key: question.key, text: 'Good morning' })
  })
})
