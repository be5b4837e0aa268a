import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  deltaFrame,
  doneFrame,
  eventStream,
  eventStreamOf,
  fakeNetwork,
  frame,
  jsonAnswer,
  problemAnswer,
  turnFrame,
} from '../../../../test/sse'
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
  await expect.poll(condition, { timeout: 2000, interval: 5 }).toBe(true)
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('submit', () => {
  it('sends exactly the named fields and shows the streamed answer', async () => {
    const sent = fakeNetwork(() =>
      eventStream(turnFrame, deltaFrame('Hi '), deltaFrame('there'), doneFrame),
    )
    const chat = newChat()

    await chat.submit()

    expect(sent[0]?.body).toEqual({ app_id: 'a1', message: 'Hello' })
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

    expect(sent[1]?.body).toEqual({ app_id: 'a1', message: 'And?', conversation_id: 'c1' })
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

    await chat.submit()

    expect(chat.draft).toBe('Precious text')
    expect(chat.messages).toEqual([])
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { code, remedy: 'resubmit' } })
  })

  it('keeps what had arrived when the connection is cut', async () => {
    fakeNetwork(() => eventStream(turnFrame, deltaFrame('Half')))
    const chat = newChat()

    await chat.submit()

    expect(chat.messages.at(-1)).toMatchObject({ content: 'Half', status: 'cut' })
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { remedy: 'look-up' } })
  })
})

describe('retry', () => {
  it('asks the question of a failed answer again and leaves the draft alone', async () => {
    const failed = frame('error', { code: 'dify_timeout', message: 'x', retryable: true })
    const answers = [eventStream(turnFrame, failed), eventStream(turnFrame, doneFrame)]
    const sent = fakeNetwork(() => answers.shift() ?? problemAnswer(500, 'internal_error'))
    const chat = newChat()
    await chat.submit()
    expect(chat.state).toMatchObject({ phase: 'failed', failure: { code: 'dify_timeout' } })
    chat.draft = 'typed meanwhile'

    await chat.retry()

    expect(sent[1]?.body).toEqual({ app_id: 'a1', message: 'Hello', conversation_id: 'c1' })
    expect(chat.draft).toBe('typed meanwhile')
    expect(chat.state).toEqual({ phase: 'idle' })
  })
})

describe('stop', () => {
  it('keeps what has arrived and closes the connection', async () => {
    openAnswer(turnFrame, deltaFrame('Half'))
    const chat = newChat()
    const submitting = chat.submit()
    await until(() => chat.messages.at(-1)?.content === 'Half')

    chat.stop()
    await submitting

    expect(chat.state).toEqual({ phase: 'stopped' })
    expect(chat.messages.at(-1)).toMatchObject({ content: 'Half', status: 'left' })
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
    status,
    created_at: '2025-01-01T00:00:00.000Z',
  })
  const server = (status: string) =>
    fakeNetwork((request) =>
      request.path.includes('/messages')
        ? jsonAnswer(200, { data: [message('m2', 'assistant', status), message('m1', 'user')] })
        : jsonAnswer(200, { id: 'c1', app_id: 'a7', title: 'T' }),
    )

  it('shows the stored messages in the order of time', async () => {
    server('completed')
    const chat = useChat()

    await chat.open('c1')

    expect(chat.messages.map(({ id }) => id)).toEqual(['m1', 'm2'])
    expect(chat.appId).toBe('a7')
    expect(chat.opening).toEqual({ phase: 'ready' })
  })

  it('tells an answer under way elsewhere from one that arrives here', async () => {
    server('streaming')
    const chat = useChat()

    await chat.open('c1')

    expect(chat.messages.at(-1)).toMatchObject({ status: 'elsewhere' })
    expect(chat.busy).toBe(false)
  })

  it('tells why a conversation cannot be opened', async () => {
    fakeNetwork(() => problemAnswer(404, 'not_found'))
    const chat = useChat()

    await chat.open('c1')

    expect(chat.opening).toMatchObject({ phase: 'failed', error: { code: 'not_found' } })
  })
})
