import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useFilters } from './use-filters'

async function open(address: string) {
  const empty = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      {
        path: '/list',
        name: 'list',
        component: empty,
        children: [{ path: ':id', component: empty }],
      },
      { path: '/other', name: 'other', component: empty },
    ],
  })
  await router.push(address)
  let filters: ReturnType<typeof useFilters<'role' | 'query'>> | undefined
  mount(
    {
      setup() {
        filters = useFilters('list', 'role', 'query')
        return () => null
      },
    },
    { global: { plugins: [router] } },
  )
  if (!filters) throw new Error('not set up')
  return { router, filters }
}

it('reads its filters from the address, and leaves what else stands there', async () => {
  const { router, filters } = await open('/list?role=admin&else=1')
  expect(filters.values).toEqual({ role: 'admin', query: '' })

  filters.model('role').value = ''
  await flushPromises()

  expect(router.currentRoute.value.fullPath).toBe('/list?else=1')
  expect(filters.active.value).toBe(false)
})

it('keeps two choices that are made at once', async () => {
  const { router, filters } = await open('/list')

  filters.set({ role: 'user' })
  filters.model('query', true).value = 'ada'
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ role: 'user', query: 'ada' })
})

it('goes back with the address', async () => {
  const { router, filters } = await open('/list')
  filters.set({ role: 'user' })
  await flushPromises()

  router.back()
  await flushPromises()

  expect(filters.values.role).toBe('')
})

it('stays as it is on the way to another page, and below its own', async () => {
  const { router, filters } = await open('/list?role=user')

  await router.push('/list/1?role=user')
  expect(filters.values.role).toBe('user')
  await router.push('/other')

  expect(filters.values.role).toBe('user')
})
