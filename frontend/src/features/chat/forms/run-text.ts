import type { FormField } from './form-field'
import { textIn } from './form-values'
import { filesIn, type FormValues } from './wire-values'

/** The API's limit of a question. */
const MAX_CHARACTERS = 100_000

/**
 * What stands in the history as the question of an app that is run with a form: its one text as it is, else each value
 * with its label.
 */
export function runText(
  fields: readonly FormField[],
  values: FormValues,
  words: { yes: string; no: string; nothing: string },
): string {
  const told = fields
    .filter(({ hidden }) => !hidden)
    .map((field) => ({ field, text: valueText(field, values[field.name], words) }))
    .filter(({ text }) => text !== '')
  const [only] = told
  if (!only) return words.nothing
  const isOneText =
    told.length === 1 && (only.field.kind === 'text' || only.field.kind === 'paragraph')
  const text = isOneText
    ? only.text
    : told.map(({ field: { label }, text }) => `${label}: ${text}`).join('\n')
  return text.slice(0, MAX_CHARACTERS)
}

export function valueText(
  { kind }: Pick<FormField, 'kind'>,
  value: unknown,
  { yes, no }: { yes: string; no: string },
): string {
  if (kind === 'checkbox') return value === true ? yes : no
  if (kind === 'file' || kind === 'files')
    return filesIn(value)
      .map(({ name }) => name)
      .join(', ')
  return textIn(value).trim()
}
