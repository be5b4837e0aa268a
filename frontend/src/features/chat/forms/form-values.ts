import { isRecord } from '@/api/api-error'
import type { FormField } from './form-field'
import { filesIn, type FormValues, isJsonText, parsed } from './wire-values'

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
