import { getBlob } from './http'

const API = '/api/v1'
/** Files of one's own messages, and those of a conversation that was shared. */
const FILES = /^\/api\/v1\/(?:chat|shared\/[\w-]+)\/files\/[\w-]+$/

/**
 * The bytes of a file of a message. Fetched, because the address alone is not enough: it needs the token,
 * which is sent to no address but that of our own files. Throws `ApiError`.
 */
export function getFile(url: string, signal: AbortSignal): Promise<Blob> {
  return getBlob(url.slice(API.length), signal)
}

/** Whether `getFile` can get it. */
export function isOwnFile(url: string): boolean {
  return FILES.test(url)
}
