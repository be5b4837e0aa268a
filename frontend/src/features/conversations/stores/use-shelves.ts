import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'
import { type Counts, countConversations } from '@/api/conversations'
import * as api from '@/api/folders'

/** One's folders and tags, and how many conversations each holds. */
export const useShelves = defineStore('shelves', () => {
  const folders = shallowRef<readonly api.Folder[]>([])
  const counts = shallowRef<Counts | null>(null)
  const tags = computed(() => counts.value?.tags?.map(({ tag }) => tag) ?? [])
  let session = 0

  /** Throws `ApiError`. */
  async function load(): Promise<void> {
    const asked = session
    const [found, counted] = await Promise.all([api.listFolders(), countConversations()])
    if (asked !== session) return
    folders.value = found
    counts.value = counted
  }

  /** Counts anew after a change; what is shown stays when that fails. */
  async function recount(): Promise<void> {
    try {
      await load()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  async function make(name: string): Promise<api.Folder> {
    const folder = await api.makeFolder(name)
    await recount()
    return folder
  }

  async function rename(id: string, name: string): Promise<void> {
    await api.renameFolder(id, name)
    await recount()
  }

  async function remove(id: string): Promise<void> {
    await api.deleteFolder(id)
    await recount()
  }

  function countOf(folderId: string): number {
    return counts.value?.folders?.find((folder) => folder.folder_id === folderId)?.count ?? 0
  }

  function clear(): void {
    session += 1
    folders.value = []
    counts.value = null
  }

  return { folders, counts, tags, load, recount, make, rename, remove, countOf, clear }
})
