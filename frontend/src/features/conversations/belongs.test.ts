import { describe, expect, it } from 'vitest'
import { aConversation } from '../../../test/conversation'
import { belongs } from './belongs'

describe('the list of the sidebar', () => {
  it('holds what is neither archived, in the trash nor temporary', () => {
    expect(belongs(aConversation('c'), {})).toBe(true)
    expect(belongs(aConversation('c', { archived: true }), {})).toBe(false)
    expect(belongs(aConversation('c', { purge_at: '2026-01-01T00:00:00.000Z' }), {})).toBe(false)
    expect(belongs(aConversation('c', { temporary: true }), {})).toBe(false)
  })

  it('can be narrowed to a folder and a tag, both at once', () => {
    const both = { folder_id: 'f1', tag: 'law' }

    expect(belongs(aConversation('c', { folder_id: 'f1', tags: ['law'] }), both)).toBe(true)
    expect(belongs(aConversation('c', { folder_id: 'f2', tags: ['law'] }), both)).toBe(false)
    expect(belongs(aConversation('c', { folder_id: 'f1', tags: ['laws'] }), both)).toBe(false)
    expect(belongs(aConversation('c', { folder_id: 'f1' }), { folder_id: 'f1' })).toBe(true)
  })
})
