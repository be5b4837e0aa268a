import type { FormField } from './form-field'
import { initialValues, textIn } from './form-values'
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
  const isOneText = told.length === 1 && only.field === mainText(fields)
  const text = isOneText
    ? only.text
    : told.map(({ field: { label }, text }) => `${label}: ${text}`).join('\n')
  return text.slice(0, MAX_CHARACTERS)
}

/** What a text without labels stands for; the API has it so, too. */
const mainText = (fields: readonly FormField[]) =>
  fields.find(({ kind, hidden }) => !hidden && (kind === 'text' || kind === 'paragraph'))

/** A switch is told in the language its reader had. */
const SWITCHES: Partial<Record<string, boolean>> = { Yes: true, 是: true, No: false, 否: false }

/** The values that `runText` told; null where they cannot be had from it, such as files. */
export function readRunText(
  fields: readonly FormField[],
  text: string,
): Record<string, unknown> | null {
  const values = initialValues(fields)
  const main = mainText(fields)
  for (const field of fields)
    if (!field.hidden && field.kind !== 'checkbox') values[field.name] = ''
  const labelled = fields.filter(({ hidden }) => !hidden)
  let field: FormField | undefined
  for (const line of text.split('\n')) {
    const next = labelled.find(({ label }) => line.startsWith(`${label}: `))
    if (next) {
      labelled.splice(0, labelled.indexOf(next) + 1)
      values[next.name] = line.slice(next.label.length + 2)
      field = next
    } else if (field) values[field.name] = `${textIn(values[field.name])}\n${line}`
    else if (main) return { ...values, [main.name]: text }
    else return null
  }
  for (const { name, kind } of fields) {
    const told = textIn(values[name])
    if (kind === 'checkbox') values[name] = SWITCHES[told] ?? values[name]
    else if (kind === 'json') values[name] = { json: told }
    else if (told !== '' && (kind === 'file' || kind === 'files')) return null
  }
  return values
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
