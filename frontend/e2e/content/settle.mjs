// Moves people into a house: what the pictures show is made up, but looks like a house in use.
import { readFileSync } from 'node:fs'
import { conversation, importTo } from '../conversations.mjs'

const markdown = readFileSync(new URL('markdown.md', import.meta.url), 'utf8')
const SHORT = 'Yes: three months before the end of a quarter, in writing.'

/** @typedef {Awaited<ReturnType<typeof settle>>} City */

/** @param {import('../house.mjs').House} house */
export async function settle(house) {
  const administrator = await house.administrator()
  const ada = await house.person({ name: 'Ada Lovelace' })
  const wei = await house.person({ name: '李薇', language: 'zh-CN' })
  const grace = await house.person({ name: 'Alan Turing' })
  const talks = await talk(ada)
  for (const person of [wei, grace]) await chat(person)
  await chat(administrator)
  const groups = await runHouse(administrator, [ada, wei, grace])
  return { administrator, ada, wei, grace, talks, groups }
}

/** @param {import('../person.mjs').Person} ada */
async function talk(ada) {
  const [leases, long] = await importTo(ada, [
    conversation('Before you sign a lease', [['What should I look at before I sign?', markdown]], {
      pinned: true,
      folder: 'Flat',
      tags: ['law', '合同'],
    }),
    conversation(
      'Everything about renting',
      Array.from({ length: 30 }, (_, turn) => [
        `Question ${turn + 1}: may the rent be raised after ${turn + 1} years?`,
        turn % 5 === 0 ? markdown : SHORT,
      ]),
      { daysAgo: 3 },
    ),
    conversation('租房合同的注意事项', [['签合同之前要看什么？', '先看**租期**，再看**押金**。']], {
      daysAgo: 5,
      tags: ['合同'],
    }),
    conversation('Moving in winter', [['May I move in January?', SHORT]], { daysAgo: 9 }),
    conversation('Recipes for two', [['What can I cook with leeks?', 'A tart.']], {
      daysAgo: 40,
      folder: 'Kitchen',
    }),
    conversation('An old affair', [['Is it over?', SHORT]], { daysAgo: 60, archived: true }),
    conversation('Nothing of importance', [['Is it?', 'No.']], { daysAgo: 61 }),
  ])
  const { data } = await ada.api('GET', '/conversations?limit=100')
  const nothing = data.find((/** @type {any} */ { title }) => title.startsWith('Nothing'))
  await ada.api('DELETE', `/conversations/${nothing.id}`)
  const agent = await ada.ask('What is the capital of Assyria?', { app_id: 'demo-agent-chat' })
  const chatflow = await ada.ask('What does the handbook say about leases?', {
    app_id: 'demo-advanced-chat',
  })
  const failed = await ada.ask('!error')
  await ada.api('PUT', `/chat/messages/${agent.answer}/feedback`, {
    rating: 'like',
    reason: 'Found the right book.',
  })
  await ada.api('PUT', `/chat/messages/${chatflow.answer}/feedback`, {
    rating: 'dislike',
    reason: 'The handbook says something else on page 12.',
  })
  return {
    leases: leases ?? '',
    long: long ?? '',
    agent: agent.conversation,
    chatflow: chatflow.conversation,
    failed: failed.conversation,
  }
}

/** @param {import('../person.mjs').Person} person */
async function chat(person) {
  const first = await person.ask('Please write a letter to my landlord.')
  await person.ask('Shorter, please.', { conversation_id: first.conversation })
  await person.ask('Where is the library?', { app_id: 'demo-agent-chat' })
  await person.api('PUT', `/chat/messages/${first.answer}/feedback`, { rating: 'like' })
}

/** @param {import('../person.mjs').Person} administrator @param {import('../person.mjs').Person[]} people */
async function runHouse(administrator, [ada, wei, grace]) {
  const unique = Date.now().toString(36).slice(-4)
  const law = await administrator.api('POST', '/admin/groups', {
    name: `Legal ${unique}`,
    description: 'Contracts and everything with paragraphs',
  })
  await administrator.api('POST', '/admin/groups', { name: `人事部 ${unique}` })
  await administrator.api('PUT', `/admin/groups/${law.id}/members`, {
    add: [ada?.user.id, wei?.user.id],
  })
  for (const budget of [
    {
      name: 'Everybody, each day',
      measure: 'turns',
      amount: '200',
      period: 'day',
      per_person: true,
    },
    {
      name: 'Legal department',
      measure: 'tokens',
      amount: '2000000',
      period: 'month',
      group_id: law.id,
    },
    {
      name: 'House',
      measure: 'money',
      currency: 'USD',
      amount: '50',
      period: 'month',
    },
  ]) {
    await administrator.api('POST', '/admin/budgets', budget)
  }
  await administrator.api('POST', '/admin/users', {
    email: `charles.babbage.${unique}@analytical-engines.example.org`,
    display_name: 'Charles Babbage',
  })
  await administrator.api('PATCH', `/admin/users/${grace?.user.id}`, { active: false })
  return { law: law.id }
}
