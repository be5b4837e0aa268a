import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { isRunWithForm } from '@/api/apps'
import { fieldsOfApp } from '../forms/form-field'
import { initialValues, problemsOf } from '../forms/form-values'
import { useAppDetails } from './use-app-details'
import { useChat } from './use-chat'

/** The form of the app of the open chat: what it asks for, and what is wrong with what was entered. */
export const useInputForm = defineStore('input-form', () => {
  const chat = useChat()
  const details = useAppDetails()
  /** Nobody is told of an empty field before they have tried to go on. */
  const attempted = ref(false)

  const app = computed(() => details.of(chat.appId))
  const fields = computed(() => fieldsOfApp(app.value?.user_input_form ?? []))
  const visible = computed(() => fields.value.filter(({ hidden }) => !hidden))
  const isRun = computed(() => app.value !== null && isRunWithForm(app.value))
  const begins = computed(() => chat.conversationId === null && chat.messages.length === 0)
  /** A form takes part in the next question. */
  const asks = computed(() => visible.value.length > 0 && (isRun.value || begins.value))

  const problems = computed(() => problemsOf(fields.value, chat.inputs))
  /** By the names of the fields: codes of ours or of the API. */
  const errors = computed<Readonly<Record<string, string>>>(() => ({
    ...refused.value,
    ...(attempted.value && problems.value),
  }))
  /** What the server said of the fields, until they are changed. */
  const refused = ref<Record<string, string>>({})
  watch(
    () => chat.state,
    (state) => {
      if (state.phase !== 'failed') return
      const told = (state.failure.errors ?? []).filter(({ field }) => field.startsWith('inputs.'))
      refused.value = Object.fromEntries(
        told.map(({ field, code }) => [field.slice('inputs.'.length), code]),
      )
    },
  )

  // A draft may know some of the fields, and others that the app had once.
  watch(
    () => [
      fields.value,
      chat.conversationId,
      fields.value.some(({ name }) => !(name in chat.inputs)),
    ],
    () => {
      if (fields.value.length === 0 || (chat.conversationId !== null && !isRun.value)) return
      const fresh = initialValues(fields.value)
      const missing = Object.keys(fresh).filter((name) => !(name in chat.inputs))
      if (missing.length === 0) return
      const kept = Object.keys(fresh).map((name) => [name, chat.inputs[name] ?? fresh[name]])
      chat.inputs = Object.fromEntries(kept) as Record<string, unknown>
    },
    { immediate: true },
  )
  watch(
    () => chat.appId,
    () => {
      attempted.value = false
      refused.value = {}
    },
  )

  function put(name: string, value: unknown): void {
    const { [name]: gone, ...others } = refused.value
    if (gone !== undefined) refused.value = others
    chat.inputs = { ...chat.inputs, [name]: value }
  }

  /** Whether it can be sent. From now on the fields say what is wrong with them. */
  function validate(): boolean {
    if (!asks.value) return true
    attempted.value = true
    return Object.keys(problems.value).length === 0
  }

  /** For the next run, nobody has tried anything yet. */
  function settle(): void {
    attempted.value = false
  }

  return { fields, visible, isRun, asks, errors, put, validate, settle }
})
