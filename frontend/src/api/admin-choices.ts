import { call } from './call'
import { MAX_PAGE_SIZE, readAll } from './page'

/** Something that a field offers to be chosen. */
export interface Choice {
  id: string
  name: string
  /** What tells namesakes apart. */
  note?: string
}

const FEW = 20

/** The people whose name or address has this in it, the first ones. */
export async function findPeople(query: string): Promise<Choice[]> {
  const { data } = await call('GET', '/admin/users', {
    query: { query: query.trim() || null, sort: 'name', limit: FEW },
  })
  return data.map(personChoice)
}

export async function findPerson(id: string): Promise<Choice> {
  return personChoice(await call('GET', '/admin/users/{id}', { path: { id } }))
}

function personChoice(person: { id: string; display_name: string; email: string }): Choice {
  return person.display_name
    ? { id: person.id, name: person.display_name, note: person.email }
    : { id: person.id, name: person.email }
}

export async function listGroupChoices(): Promise<Choice[]> {
  const groups = await readAll((cursor) =>
    call('GET', '/admin/groups', { query: { limit: MAX_PAGE_SIZE, cursor } }),
  )
  return groups.map(({ id, name, description }) => ({
    id,
    name,
    ...(description && { note: description }),
  }))
}

/** How many accounts there are, as far as it matters: nobody else, or somebody. */
export async function hasOtherPeople(): Promise<boolean> {
  return (await call('GET', '/admin/users', { query: { limit: 2 } })).data.length > 1
}
