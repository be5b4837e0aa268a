import type { AppControl } from '@/api/apps'
import type { FormInput } from '@/api/chat-events'
import { type FileRules, rulesOfField } from '../uploads/file-rules'

export type FieldKind =
  'text' | 'paragraph' | 'select' | 'number' | 'checkbox' | 'file' | 'files' | 'json'

/** One field of the form of an app, or of the form of a workflow that waits for a person. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly hidden: boolean
  readonly placeholder: string | undefined
  readonly hint: string | undefined
  /** In characters as Dify counts them, for texts. */
  readonly maxLength: number | null
  readonly options: readonly string[]
  readonly files: FileRules | null
  readonly preset: unknown
}

/** A kind that Dify may add one day is entered as text; whether that fits is Dify's to say. */
const KINDS: Partial<Record<string, FieldKind>> = {
  'text-input': 'text',
  paragraph: 'paragraph',
  select: 'select',
  number: 'number',
  checkbox: 'checkbox',
  file: 'file',
  'file-list': 'files',
  json_object: 'json',
}
const kindOf = (type: string | null | undefined): FieldKind => KINDS[type ?? ''] ?? 'text'
const isText = (kind: FieldKind) => kind === 'text' || kind === 'paragraph'

export function fieldsOfApp(controls: readonly AppControl[]): FormField[] {
  return controls.flatMap((control) => {
    if (!control.variable) return []
    const kind = kindOf(control.type)
    return {
      name: control.variable,
      label: control.label || control.variable,
      kind,
      required: control.required,
      hidden: control.hidden,
      placeholder: control.placeholder || undefined,
      hint: control.description || undefined,
      maxLength: isText(kind) ? control.max_length || null : null,
      options: control.options,
      files: kind === 'file' || kind === 'files' ? rulesOfField(control) : null,
      preset: control.default_value ?? null,
    }
  })
}

/** Everything but texts must be given, as Dify has it for these forms. */
export function fieldsOfForm(inputs: readonly FormInput[]): FormField[] {
  return inputs.map((input) => {
    const kind = kindOf(input.kind)
    return {
      name: input.name,
      label: input.name,
      kind,
      required: !isText(kind),
      hidden: false,
      placeholder: undefined,
      hint: undefined,
      maxLength: null,
      options: input.options,
      files:
        kind === 'file' || kind === 'files'
          ? rulesOfField({
              type: input.kind,
              allowed_file_types: input.fileTypes,
              allowed_file_extensions: input.fileExtensions,
              max_length: input.maxFiles,
            })
          : null,
      preset: input.value,
    }
  })
}
