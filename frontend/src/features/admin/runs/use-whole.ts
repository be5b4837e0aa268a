import { computed, shallowRef } from 'vue'

interface Cut {
  truncated: string[]
  too_large: string[]
}

/** What was cut for its size, and the whole of it once somebody asks. */
export function useWhole<T extends Cut>(cut: () => T | null, read: () => Promise<T>) {
  const whole = shallowRef<T | null>(null)
  const asking = shallowRef<'no' | 'yes' | { error: unknown }>('no')
  const shown = computed(() => whole.value ?? cut())

  async function ask(): Promise<void> {
    if (asking.value === 'yes') return
    asking.value = 'yes'
    try {
      whole.value = await read()
      asking.value = 'no'
    } catch (error) {
      asking.value = { error }
    }
  }

  /** What is shown may have changed at its source. */
  function forget(): void {
    whole.value = null
  }

  const isCut = (name: string) => shown.value?.truncated.includes(name) ?? false

  /** What there is to say of it; null where all is whole. */
  const notice = computed(() => {
    if (!shown.value || shown.value.truncated.length === 0) return null
    if (shown.value.too_large.length > 0) return 'tooLarge'
    return whole.value ? 'wholeGone' : 'truncatedText'
  })

  return { whole, shown, asking, notice, isCut, ask, forget }
}
