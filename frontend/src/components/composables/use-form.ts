import { computed, reactive, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/api-error'

type FormState = { phase: 'idle' } | { phase: 'submitting' } | { phase: 'failed'; error: unknown }

/** The state of one submitted form. A submit while another is under way does nothing. */
export function useForm(work: () => Promise<void>) {
  const { t, te } = useI18n()
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

  /** What the server said about one field: our sentence for its code, else its own words. */
  function fieldError(field: string): string | undefined {
    if (!(error.value instanceof ApiError)) return undefined
    const found = error.value.errors.find((candidate) => candidate.field === field)
    if (!found) return undefined
    const key = `fields.${found.code}`
    return te(key) ? t(key) : found.message
  }

  /** Forgets what went wrong. */
  function reset(): void {
    if (!submitting.value) state.value = { phase: 'idle' }
  }

  return reactive({ submitting, error, submit, fieldError, reset })
}
