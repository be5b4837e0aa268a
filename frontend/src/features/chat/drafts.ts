import type { Attachment, Editing } from './types'

/** What somebody has typed and not sent. */
export interface Draft {
  text: string
  inputs: Record<string, unknown>
  attachments: readonly Attachment[]
  editing: Editing | null
}

type Kept = Draft & { at: number }

const PREFIX = 'rechat.draft.'
/** More than anybody comes back to; the oldest goes first. */
const MAX_DRAFTS = 50
/** A text beyond that would take the place of all others. */
const MAX_CHARACTERS = 500_000

/** Accounts that have signed out here: what still stands on the screen is not kept for them after that. */
const left = new Set<string>()

export const EMPTY_DRAFT: Draft = { text: '', inputs: {}, attachments: [], editing: null }

/** A conversation, or what is not one yet with an app. */
export function placeOf(conversationId: string | null, appId: string | null): string | null {
  return conversationId ?? (appId === null ? null : `new:${appId}`)
}

/** The drafts of one account in one browser. Storage that is full or forbidden keeps none, and breaks nothing. */
export function draftsOf(account: string, storage: Storage | null = browserStorage()) {
  const prefix = `${PREFIX}${account}.`

  function load(place: string): Draft {
    left.delete(account)
    const kept = read(prefix + place)
    return kept ? { ...EMPTY_DRAFT, ...kept } : EMPTY_DRAFT
  }

  /** Keeps a draft, or forgets it when there is nothing in it. False when it could not be kept. */
  function save(place: string, draft: Draft, now = Date.now()): boolean {
    if (left.has(account)) return false
    if (isEmpty(draft)) {
      remove(place)
      return true
    }
    const kept: Kept = { ...draft, attachments: draft.attachments.map(bare), at: now }
    const text = JSON.stringify(kept)
    if (text.length > MAX_CHARACTERS) return false
    const others = oldestFirst().filter((key) => key !== prefix + place)
    for (const key of others.splice(0, others.length - MAX_DRAFTS + 1)) storage?.removeItem(key)
    for (;;) {
      if (write(prefix + place, text)) return true
      const oldest = others.shift()
      if (oldest === undefined) return false
      storage?.removeItem(oldest)
    }
  }

  function remove(place: string): void {
    storage?.removeItem(prefix + place)
  }

  /** For whoever signs out: the next person at this browser finds nothing. */
  function clear(): void {
    left.add(account)
    for (const key of oldestFirst()) storage?.removeItem(key)
  }

  function oldestFirst(): string[] {
    if (!storage) return []
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, at: read(key)?.at ?? 0 }))
      .sort((one, other) => one.at - other.at)
      .map(({ key }) => key)
  }

  function read(key: string): Kept | null {
    try {
      return JSON.parse(storage?.getItem(key) ?? 'null') as Kept | null
    } catch {
      // Not written by us, or not to its end.
      return null
    }
  }

  function write(key: string, text: string): boolean {
    try {
      storage?.setItem(key, text)
      return storage !== null
    } catch {
      return false
    }
  }

  return { load, save, remove, clear }
}

/** Nothing that ends with the page. */
function bare(attachment: Attachment): Attachment {
  return { ...attachment, preview: null }
}

function isEmpty({ text, inputs, attachments, editing }: Draft): boolean {
  return (
    text === '' && attachments.length === 0 && editing === null && Object.keys(inputs).length === 0
  )
}

function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    // The browser forbids this page to store anything.
    return null
  }
}
