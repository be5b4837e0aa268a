import type { ChatMessage } from '../types'
import type { FormField } from './form-field'
import { readRunText } from './run-text'
import type { FormValues } from './wire-values'

/**
 * With what each run was begun, by the key of its question. The API keeps only what a conversation began with; what was
 * not run in this page is read from the text of its question.
 */
export function runInputs() {
  const known = new Map<string, FormValues>()

  function remember(question: ChatMessage | undefined, values: FormValues): void {
    if (question) known.set(question.key, values)
  }

  /** Null where it cannot be known any more. */
  function inputsOf(
    question: ChatMessage | undefined,
    fields: readonly FormField[],
  ): FormValues | null {
    if (!question) return null
    return known.get(question.key) ?? readRunText(fields, question.content)
  }

  return { remember, inputsOf }
}
