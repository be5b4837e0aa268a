import { afterEach, expect, it, vi } from 'vitest'
import { call } from './call'

afterEach(() => vi.unstubAllGlobals())

it('fills in the path and sends what the operation takes', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json({ data: [], next_cursor: null })))
  vi.stubGlobal('fetch', fetched)

  const page = await call('GET', '/admin/groups/{id}/members', {
    path: { id: 'a/b' },
    query: { limit: 2 },
  })

  expect(page.data).toEqual([])
  expect(fetched).toHaveBeenCalledWith(
    expect.stringContaining('/api/v1/admin/groups/a%2Fb/members?limit=2'),
    expect.objectContaining({ method: 'GET' }),
  )
})

it('is refused by the compiler where the document says otherwise', () => {
  const refused = [
    // @ts-expect-error no such path
    () => call('GET', '/admin/nothing'),
    // @ts-expect-error no such method
    () => call('PUT', '/admin/groups'),
    // @ts-expect-error the id is missing
    () => call('GET', '/admin/groups/{id}', {}),
    // @ts-expect-error a group has a name
    () => call('POST', '/admin/groups', { body: { nam: 'x' } }),
  ]
  expect(refused).toHaveLength(4)
})
