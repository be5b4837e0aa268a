import { computed, reactive, readonly, watch, type WritableComputedRef } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'

/**
 * What narrows a list, kept in the address: so it can be bookmarked, linked to, and gone back from. An empty text is
 * no filter.
 *
 * @param page the name of the route whose list it is; pages below it keep its filters
 */
export function useFilters<Name extends string>(page: string, ...names: readonly Name[]) {
  const route = useRoute()
  const router = useRouter()
  const values = reactive(read(route.query, names)) as Record<Name, string>
  /** How many are in force, but for those that are seen anyhow. */
  const count = (...except: readonly Name[]) =>
    names.filter((name) => values[name] !== '' && !except.includes(name)).length
  const active = computed(() => count() > 0)

  watch(
    () => route.query,
    (query) => {
      // On the way to another page the query is that page's.
      if (route.matched.some(({ name }) => name === page)) Object.assign(values, read(query, names))
    },
  )

  function set(change: Partial<Record<Name, string>>): void {
    go(change, false)
  }

  function go(change: object, replace: boolean): void {
    Object.assign(values, change)
    const query: Record<string, unknown> = { ...route.query, ...values }
    const kept = Object.entries(query).filter(([, value]) => value !== '')
    const to = { query: Object.fromEntries(kept) as LocationQuery }
    void (replace ? router.replace(to) : router.push(to))
  }

  function clear(): void {
    go(Object.fromEntries(names.map((name) => [name, ''])), false)
  }

  /** One of them for `v-model`. @param replace for what is typed: there is no way back letter by letter */
  function model<T extends string = string>(name: Name, replace = false): WritableComputedRef<T> {
    return computed({
      get: () => values[name] as T,
      set: (value) => {
        if (value !== values[name]) go({ [name]: value }, replace)
      },
    })
  }

  return {
    values: readonly(values) as Readonly<Record<Name, string>>,
    active,
    count,
    set,
    clear,
    model,
  }
}

function read<Name extends string>(query: LocationQuery, names: readonly Name[]) {
  return Object.fromEntries(
    names.map((name) => {
      const value = query[name]
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}
