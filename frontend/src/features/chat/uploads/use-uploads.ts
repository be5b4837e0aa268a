import { type Ref, watch } from 'vue'
import { ApiError } from '@/api/api-error'
import { uploadFile } from '@/api/uploads'
import type { Attachment } from '../types'
import type { FileKind } from './file-rules'
import { limitIn } from './upload-limit'

/** More at once only make each other slow. */
const AT_ONCE = 3

type Outcome = Partial<Pick<Attachment, 'state' | 'progress' | 'file' | 'errorCode' | 'maxBytes'>>

/** An upload is the page's, not that of the list it is shown in: another draft may be on the screen meanwhile. */
interface Job {
  readonly file: File
  readonly appId: string
  /** Kept here, too: a draft that comes back has none. */
  readonly preview: string | null
  abort: AbortController | null
  outcome: Outcome
}
const jobs = new Map<string, Job>()
const listeners = new Set<() => void>()
let waiting: string[] = []
let running = 0
let nextKey = 0

const told = () => {
  for (const listener of listeners) listener()
}

function enqueue(key: string, job: Job): void {
  job.outcome = { state: 'uploading', progress: 0, errorCode: null }
  waiting.push(key)
  told()
  next()
}

function next(): void {
  while (running < AT_ONCE) {
    const key = waiting.shift()
    const job = key === undefined ? undefined : jobs.get(key)
    if (key === undefined) return
    if (job) void run(job)
  }
}

async function run(job: Job): Promise<void> {
  running += 1
  const abort = new AbortController()
  job.abort = abort
  try {
    const file = await uploadFile(job.appId, job.file, {
      signal: abort.signal,
      onProgress: (progress) => {
        job.outcome = { ...job.outcome, progress }
        told()
      },
    })
    job.outcome = { state: 'ready', progress: 1, file, errorCode: null }
  } catch (error) {
    if (!abort.signal.aborted) {
      const errorCode = error instanceof ApiError ? error.code : 'unexpected_answer'
      job.outcome = { state: 'failed', progress: 0, errorCode, maxBytes: limitIn(error) }
    }
  } finally {
    job.abort = null
    running -= 1
    told()
    next()
  }
}

/** Ends all uploads: whoever comes next is somebody else. */
export function forgetUploads(): void {
  for (const { abort, preview } of jobs.values()) {
    abort?.abort()
    if (preview) URL.revokeObjectURL(preview)
  }
  jobs.clear()
  waiting = []
}

/** Brings the files of a list to an app and keeps the list told of how that goes. */
export function useUploads(list: Ref<readonly Attachment[]>, appId: () => string | null) {
  function add(files: readonly { file: File; kind: FileKind }[]): void {
    const app = appId()
    if (app === null || files.length === 0) return
    const added = files.map(({ file, kind }): Attachment => {
      const key = `upload-${Date.now().toString(36)}-${nextKey++}`
      const preview = kind === 'image' ? URL.createObjectURL(file) : null
      jobs.set(key, { file, appId: app, preview, abort: null, outcome: {} })
      return {
        key,
        name: file.name,
        size: file.size,
        kind,
        mediaType: file.type,
        state: 'uploading',
        progress: 0,
        file: null,
        errorCode: null,
        preview,
      }
    })
    list.value = [...list.value, ...added]
    for (const { key } of added) retry(key)
  }

  /** Once more, as long as the page still has the file. */
  function retry(key: string): void {
    const job = jobs.get(key)
    if (job && !job.abort) enqueue(key, job)
  }

  function remove(key: string): void {
    const gone = list.value.find((attachment) => attachment.key === key)
    if (gone?.preview) URL.revokeObjectURL(gone.preview)
    jobs.get(key)?.abort?.abort()
    jobs.delete(key)
    waiting = waiting.filter((candidate) => candidate !== key)
    list.value = list.value.filter((attachment) => attachment.key !== key)
  }

  const canRetry = (key: string) => jobs.has(key)

  function sync(): void {
    if (list.value.some(isBehind)) list.value = list.value.map(upToDate)
  }

  listeners.add(sync)
  watch(list, sync, { immediate: true })
  const stop = () => {
    listeners.delete(sync)
  }

  return { add, retry, remove, canRetry, stop }
}

function upToDate(attachment: Attachment): Attachment {
  const job = jobs.get(attachment.key)
  if (job) return { ...attachment, preview: job.preview, ...job.outcome }
  // A page that is gone has taken the file with it.
  return attachment.state === 'uploading'
    ? { ...attachment, state: 'failed', errorCode: 'upload_lost' }
    : attachment
}

function isBehind(attachment: Attachment): boolean {
  const now = upToDate(attachment)
  return (
    now.state !== attachment.state ||
    now.progress !== attachment.progress ||
    now.errorCode !== attachment.errorCode ||
    now.preview !== attachment.preview ||
    now.file?.id !== attachment.file?.id
  )
}
