import { request } from './http'

export interface Folder {
  id: string
  name: string
}

const one = (id: string) => `/folders/${encodeURIComponent(id)}`

/** All of them; there are at most 200. */
export async function listFolders(): Promise<readonly Folder[]> {
  return (await request<{ data: readonly Folder[] }>('GET', '/folders')).data
}

export function makeFolder(name: string): Promise<Folder> {
  return request('POST', '/folders', { body: { name } })
}

export function renameFolder(id: string, name: string): Promise<Folder> {
  return request('PATCH', one(id), { body: { name } })
}

/** Its conversations stay, in no folder. */
export function deleteFolder(id: string): Promise<void> {
  return request('DELETE', one(id))
}
