import { getBlob } from './http'

const FILES = '/api/v1/chat/files/'

/**
 * The bytes of a file of a message. Fetched, because the address alone is not enough: it needs the token,
 * which is sent to no address but that of our own files. Throws `ApiError`.
 */
export function getFile(url: string, signal: AbortSignal): Promise<Blob> {
  return getBlob(`/chat/files/${encodeURIComponent(url.slice(FILES.length))}`, signal)
}

/** Whether `getFile` can get it. */
export function isOwnFile(url: string): boolean {
  return url.startsWith(FILES)
}
