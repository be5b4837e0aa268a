import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onBeforeUnmount, ref, watch } from 'vue'
import { accessToken, accountOf } from '@/api/access-token'
import { draftsOf, EMPTY_DRAFT } from '../drafts'
import type { FormField } from './form-field'
import { initialValues } from './form-values'

const SAVE_AFTER_MS = 300

/** What stands in a form that waits for a person; filled in half, it is there again after a reload. */
export function useFormDraft(formId: string, fields: readonly FormField[]) {
  const account = accountOf(accessToken())
  const drafts = account === null ? null : draftsOf(account)
  const place = `form:${formId}`
  const fresh = initialValues(fields)
  const values = ref<Record<string, unknown>>({ ...fresh, ...drafts?.load(place).inputs })
  let over = false

  function save(): void {
    const touched = JSON.stringify(values.value) !== JSON.stringify(fresh)
    if (over || !touched) drafts?.remove(place)
    else drafts?.save(place, { ...EMPTY_DRAFT, inputs: values.value })
  }

  /** It was handed in: nothing is left to come back to. */
  function forget(): void {
    over = true
    save()
  }

  const saveSoon = useDebounceFn(save, SAVE_AFTER_MS)
  watch(values, () => void saveSoon(), { deep: true })
  useEventListener(window, 'pagehide', save)
  onBeforeUnmount(save)

  return { values, forget }
}
