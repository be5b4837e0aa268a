import type { Schema } from '@/api/call'
import type { FileKind } from './file-rules'

/** A file on its way into a question or a form. */
export interface Attachment {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly kind: FileKind
  readonly mediaType: string
  readonly state: 'uploading' | 'ready' | 'failed'
  /** From 0 to 1. */
  readonly progress: number
  readonly file: Schema<'TurnFile'> | null
  readonly errorCode: string | null
  /** An address of this page, for images that were chosen since it was loaded. */
  readonly preview: string | null
}
