export const ALERTS = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type AlertKind = (typeof ALERTS)[number]

/** A part of a document as it is drawn. Equal sources give the same object, so that nothing is drawn twice. */
export type Block =
  | { type: 'html'; html: string }
  | { type: 'code'; language: string; code: string; closed: boolean }
  | { type: 'list'; start: number | null; items: readonly ListItem[] }
  | { type: 'table'; head: string; bodies: readonly string[] }
  | { type: 'quote'; alert: AlertKind | null; blocks: readonly Block[] }
  | { type: 'footnote'; id: string; blocks: readonly Block[] }
  | FoldBlock

export interface ListItem {
  task: 'done' | 'open' | null
  blocks: readonly Block[]
}

/** What a model thought, or `<details>`. Its text is only read when somebody opens it. */
export interface FoldBlock {
  type: 'fold'
  thinking: boolean
  /** Of `<details>`; empty where there is none. */
  summary: string
  text: string
  /** Its end has been written. */
  closed: boolean
  /** The text itself wants it open. */
  open: boolean
}
