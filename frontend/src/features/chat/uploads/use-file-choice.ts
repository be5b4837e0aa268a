import { onScopeDispose, type Ref, shallowRef } from 'vue'
import type { Attachment } from '../types'
import { chooseFiles, type FileRules, type Rejection } from './file-rules'
import { useUploads } from './use-uploads'

/** A place where files are chosen: what it refuses is told, the rest is uploaded at once. */
export function useFileChoice(
  list: Ref<readonly Attachment[]>,
  rules: () => FileRules,
  appId: () => string | null,
) {
  const uploads = useUploads(list, appId)
  const rejected = shallowRef<readonly Rejection[]>([])
  onScopeDispose(uploads.stop)

  function choose(files: readonly File[]): void {
    const sorted = chooseFiles(files, list.value.length, rules())
    rejected.value = sorted.rejected
    uploads.add(sorted.taken)
  }

  /** What a file input was given; emptied, so that the same file can be chosen again. */
  function onInput(event: Event): void {
    const input = event.target as HTMLInputElement
    choose([...(input.files ?? [])])
    input.value = ''
  }

  function forgetRejected(): void {
    rejected.value = []
  }

  return { ...uploads, rejected, choose, onInput, forgetRejected }
}
