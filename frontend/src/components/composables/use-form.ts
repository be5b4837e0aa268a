import { computed, reactive, shallowRef } from 'vue'
import { ApiError } from '@/api/api-error'

type FormState = { phase: 'idle' } | { phase: 'submitting' } | { phase: 'failed'; error: unknown }

/** The state of one submitted form. A submit while another is under way does nothing. */
export function useForm(work: () => Promise<void>) {
  const state = shallowRef<FormState>({ phase: 'idle' })
  const submitting = computed(() => state.value.phase === 'submitting')
  const error = computed(() => (state.value.phase === 'failed' ? state.value.error : null))

  async function submit(): Promise<void> {
    if (submitting.value) return
    state.value = { phase: 'submitting' }
    try {
      await work()
      state.value = { phase: 'idle' }
    } catch (failure) {
      state.value = { phase: 'failed', error: failure }
    }
  }

  /** What the server said about one field, in its words. */
  function fieldError(field: string): string | undefined {
    if (!(error.value instanceof ApiError)) return undefined
    return error.value.errors.find((candidate) => candidate.field === field)?.message
  }

  return reactive({ submitting, error, submit, fieldError })
}
