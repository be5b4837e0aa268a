import { isRecord } from '@/api/api-error'
import type { Attachment } from '../types'

/**
 * What stands in the fields of a form, by their names, as it can be kept in a draft: texts as typed, numbers too, a
 * switch, an object as its text, files with all that is known of them.
 */
export type FormValues = Readonly<Record<string, unknown>>

export interface JsonText {
  readonly json: string
}

export const isJsonText = (value: unknown): value is JsonText =>
  isRecord(value) && typeof value.json === 'string'

export const isAttachment = (value: unknown): value is Attachment =>
  isRecord(value) && typeof value.key === 'string' && typeof value.state === 'string'

/** The files in a field. */
export const filesIn = (value: unknown): readonly Attachment[] =>
  Array.isArray(value) ? value.filter(isAttachment) : isAttachment(value) ? [value] : []

/** As the API takes them: files by their ids, objects read, what is empty left out. */
export function wireValues(values: FormValues): Record<string, unknown> {
  const wire: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const told = wireValue(value)
    if (told !== undefined) wire[name] = told
  }
  return wire
}

function wireValue(value: unknown): unknown {
  if (isJsonText(value)) return value.json.trim() === '' ? undefined : parsed(value.json)
  if (isAttachment(value)) return value.file?.id
  if (Array.isArray(value)) {
    const ids = filesIn(value).flatMap(({ file }) => file?.id ?? [])
    return ids.length > 0 ? ids : undefined
  }
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return value ?? undefined
}

/** A text that is no JSON goes as it is: the API says what is wrong with it. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
