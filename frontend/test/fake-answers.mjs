// Scripted answers of the fake server: what each app mode streams, and what a question can provoke.

/** @typedef {{ event: string, data: object }} Frame */

const MARKDOWN = `Here is what I found:

1. **Streaming** works token by token.
2. \`code\` and lists are rendered.

\`\`\`js
const answer = await ask('question')
\`\`\`

| Column | 列 |
| --- | --- |
| one | 一 |

See [the documentation](https://docs.dify.ai) for more.`

/** As the simulator of Dify has it: `!timed N MS` makes N pieces, so many milliseconds apart. */
const TIMED = /^!timed (\d+) (\d+)/

/** @param {string} question @param {number} usual */
export const paceOf = (question, usual) => Number(TIMED.exec(question)?.[2] ?? usual)

/** @param {string} text @returns {Frame[]} */
const deltas = (text) =>
  (text.match(/[\s\S]{1,6}/gu) ?? []).map((part) => ({ event: 'delta', data: { text: part } }))

/** @param {string} title @param {number} index @param {string} status */
const node = (title, index, status) => ({
  event: 'node',
  data: {
    id: `run-${index}`,
    node_id: `node-${index}`,
    type: 'llm',
    title,
    status,
    index,
    ...(status !== 'running' && { elapsed_ms: 420 * index }),
  },
})

/** @param {string} mode @param {string} question @returns {Frame[]} */
export function answerFrames(mode, question) {
  return [...before(mode), ...deltas(textFor(question)), ...after(mode)]
}

/** @param {string} question */
function textFor(question) {
  const [, count] = TIMED.exec(question) ?? []
  if (count) return Array.from({ length: Number(count) }, (_, index) => index + 100000).join('')
  return /markdown/i.test(question) ? MARKDOWN : `You said: ${question}. 很高兴为您服务。`
}

/** @param {string} mode @returns {Frame[]} */
function before(mode) {
  switch (mode) {
    case 'agent-chat':
      return [
        { event: 'thought', data: { id: 't1', position: 1, text: 'I should look this up first.' } },
        {
          event: 'tool',
          data: {
            id: 'c1',
            position: 2,
            name: 'web_search',
            input: { query: 'dify' },
            output: '3 results',
            status: 'succeeded',
          },
        },
      ]
    case 'advanced-chat':
    case 'workflow':
      return ['Start', 'Knowledge retrieval', 'LLM'].flatMap((title, index) => [
        node(title, index + 1, 'running'),
        node(title, index + 1, 'succeeded'),
      ])
    default:
      return []
  }
}

/** @param {string} mode @returns {Frame[]} */
function after(mode) {
  if (mode !== 'advanced-chat') return []
  return [
    {
      event: 'citation',
      data: {
        position: 1,
        document: 'handbook.pdf',
        dataset: 'Company handbook',
        score: 0.91,
        content: 'Everyone may take part in the yearly review.',
      },
    },
  ]
}
