import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Draft, draftsOf, EMPTY_DRAFT } from './drafts'
import type { Attachment } from './types'

const said = (text: string): Draft => ({ ...EMPTY_DRAFT, text })

beforeEach(() => {
  localStorage.clear()
})

describe('drafts', () => {
  it('keep what was typed for each conversation', () => {
    const drafts = draftsOf('ada')

    drafts.save('c1', said('Hello'))
    drafts.save('new:a1', said('Another'))

    expect(draftsOf('ada').load('c1').text).toBe('Hello')
    expect(draftsOf('ada').load('new:a1').text).toBe('Another')
    expect(draftsOf('ada').load('c2')).toEqual(EMPTY_DRAFT)
  })

  it('keep files that were uploaded, inputs, and the question that is changed', () => {
    const attachment: Attachment = {
      key: 'f1',
      name: 'cat.png',
      size: 3,
      kind: 'image',
      mediaType: 'image/png',
      state: 'ready',
      progress: 1,
      file: { id: 'u1', name: 'cat.png', type: 'image', media_type: 'image/png', url: '/f' },
      errorCode: null,
      preview: 'blob:gone-with-the-page',
    }
    const draft: Draft = {
      text: '',
      inputs: { tone: 'kind' },
      attachments: [attachment],
      editing: { key: 'm1', text: 'in other words' },
    }

    draftsOf('ada').save('c1', draft)

    expect(draftsOf('ada').load('c1')).toMatchObject({
      ...draft,
      attachments: [{ ...attachment, preview: null }],
    })
  })

  it('are not kept any more for an account that has signed out, whatever is still on the screen', () => {
    const drafts = draftsOf('eve')
    drafts.save('form:f1', said('half'))

    drafts.clear()

    expect(drafts.save('form:f1', said('half'))).toBe(false)
    expect(localStorage).toHaveLength(0)
    // Until the account is there again.
    draftsOf('eve').load('c1')
    expect(drafts.save('c1', said('back'))).toBe(true)
  })

  it('are gone once there is nothing in them', () => {
    const drafts = draftsOf('ada')
    drafts.save('c1', said('Hello'))

    drafts.save('c1', said(''))

    expect(localStorage).toHaveLength(0)
  })

  it('of one account are not those of another, and go with it alone', () => {
    draftsOf('ada').save('c1', said('Hello'))
    draftsOf('bob').save('c1', said('Hi'))

    draftsOf('ada').clear()

    expect(draftsOf('ada').load('c1').text).toBe('')
    expect(draftsOf('bob').load('c1').text).toBe('Hi')
  })

  it('are at most fifty: the oldest goes', () => {
    const drafts = draftsOf('ada')
    for (let index = 0; index < 52; index += 1) drafts.save(`c${index}`, said('x'), index)

    expect(localStorage).toHaveLength(50)
    expect(drafts.load('c1').text).toBe('')
    expect(drafts.load('c2').text).toBe('x')
  })

  it('take the place of older ones when storage is full', () => {
    const drafts = draftsOf('ada')
    drafts.save('c1', said('old'), 1)
    const write = vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })

    expect(drafts.save('c2', said('new'), 2)).toBe(true)

    expect(write).toHaveBeenCalledTimes(2)
    expect(drafts.load('c1').text).toBe('')
    expect(drafts.load('c2').text).toBe('new')
  })

  it('break nothing where nothing may be stored', () => {
    const drafts = draftsOf('ada', null)

    expect(drafts.save('c1', said('Hello'))).toBe(false)
    expect(drafts.load('c1')).toEqual(EMPTY_DRAFT)
    expect(() => {
      drafts.clear()
    }).not.toThrow()
  })

  it('that cannot be read are as none', () => {
    localStorage.setItem('rechat.draft.ada.c1', '{"text":')

    expect(draftsOf('ada').load('c1')).toEqual(EMPTY_DRAFT)
  })
})
