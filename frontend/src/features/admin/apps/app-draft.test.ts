import { describe, expect, it } from 'vitest'
import type { AdminApp } from '@/api/admin-apps'
import { changeOf, draftOf, isSameOrigin, newApp } from './app-draft'
import { moved } from './reorder'

const app: AdminApp = {
  id: 'a1',
  slug: 'help',
  name: 'Help',
  description: 'Answers',
  icon: '',
  mode: 'chat',
  base_url: 'https://dify.example/v1',
  enabled: true,
  api_key_set: true,
  spare_key_set: false,
  order: 3,
  visible_to: 'groups',
  group_ids: ['g1', 'g2'],
  show_thoughts: true,
  show_nodes: 'steps',
  show_citations: true,
  system_variable: null,
  created_at: '',
  updated_at: '',
}

describe('an app that is changed', () => {
  it('sends only what differs, and never an empty key', () => {
    expect(changeOf(app, draftOf(app))).toEqual({})
    expect(changeOf(app, { ...draftOf(app), enabled: false, showNodes: 'full' })).toEqual({
      enabled: false,
      show_nodes: 'full',
    })
    expect(changeOf(app, { ...draftOf(app), apiKey: ' app-1 ' })).toEqual({ api_key: 'app-1' })
  })

  it('takes its variable for instructions back with an empty one', () => {
    const having = { ...app, system_variable: 'instructions' }

    expect(changeOf(app, { ...draftOf(app), systemVariable: ' instructions ' })).toEqual({
      system_variable: 'instructions',
    })
    expect(changeOf(having, draftOf(having))).toEqual({})
    expect(changeOf(having, { ...draftOf(having), systemVariable: '' })).toEqual({
      system_variable: '',
    })
  })

  it('has the same groups in whatever order', () => {
    expect(changeOf(app, { ...draftOf(app), groupIds: ['g2', 'g1'] })).toEqual({})
    expect(changeOf(app, { ...draftOf(app), groupIds: ['g1'] })).toEqual({ group_ids: ['g1'] })
  })

  it('needs its key again at another host, not at another path', () => {
    expect(isSameOrigin(app.base_url, 'https://dify.example/other/v1')).toBe(true)
    expect(isSameOrigin(app.base_url, 'https://dify.example:8443/v1')).toBe(false)
    expect(isSameOrigin(app.base_url, 'dify.example')).toBe(false)
  })
})

describe('an app that is added', () => {
  it('leaves its short name to the server where none was chosen', () => {
    const made = newApp({ ...draftOf(null), name: ' Help ', apiKey: ' app-1 ' }, 7)

    expect(made).toMatchObject({ name: 'Help', api_key: 'app-1', order: 7, visible_to: 'all' })
    expect(made).not.toHaveProperty('slug')
  })
})

describe('the order of apps', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id, order: 0 }))

  it('gives each its place where numbers were the same', () => {
    const { list: sorted, changes } = moved(list, 'c', -1)

    expect(sorted.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(changes).toEqual([
      { id: 'c', order: 1 },
      { id: 'b', order: 2 },
    ])
  })

  it('changes nothing beyond its ends', () => {
    expect(moved(list, 'a', -1).changes).toEqual([])
    expect(moved(list, 'c', 1).changes).toEqual([])
  })
})
