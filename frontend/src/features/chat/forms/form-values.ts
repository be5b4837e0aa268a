import { isRecord } from '@/api/api-error'
import type { Attachment } from '../uploads/attachment'
import type { FormField } from './form-field'

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

export const textIn = (value: unknown): string =>
  isJsonText(value) ? value.json : typeof value === 'string' ? value : ''

/** What a form begins with. */
export function initialValues(fields: readonly FormField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, initialValue(field)]))
}

function initialValue({ kind, preset, options }: FormField): unknown {
  switch (kind) {
    case 'checkbox':
      return preset === true || preset === 'true' || preset === 1
    case 'files':
      return []
    case 'file':
      return null
    case 'json':
      return { json: isRecord(preset) ? JSON.stringify(preset, null, 2) : textIn(preset) }
    case 'select':
      return typeof preset === 'string' && options.includes(preset) ? preset : ''
    default:
      return typeof preset === 'number' ? String(preset) : textIn(preset)
  }
}

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
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

export type FieldProblem = 'required' | 'too_long' | 'invalid' | 'uploading' | 'upload_failed'

/** Characters as Dify counts them. */
export const lengthOf = (text: string): number => Array.from(text).length

/** What would be refused anyway, by the names of the fields. */
export function problemsOf(
  fields: readonly FormField[],
  values: FormValues,
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  for (const field of fields) {
    const problem = problemOf(field, values[field.name])
    if (problem && !field.hidden) problems[field.name] = problem
  }
  return problems
}

function problemOf(field: FormField, value: unknown): FieldProblem | null {
  if (field.files) {
    const files = filesIn(value)
    if (files.some(({ state }) => state === 'failed')) return 'upload_failed'
    if (files.some(({ state }) => state === 'uploading')) return 'uploading'
    return files.length === 0 && field.required ? 'required' : null
  }
  if (field.kind === 'checkbox') return null
  const text = textIn(value).trim()
  if (text === '') return field.required ? 'required' : null
  if (field.maxLength !== null && lengthOf(textIn(value)) > field.maxLength) return 'too_long'
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? null : 'invalid'
  if (field.kind === 'json') return isRecord(parsed(text)) ? null : 'invalid'
  if (field.kind === 'select') return field.options.includes(text) ? null : 'invalid'
  return null
}
