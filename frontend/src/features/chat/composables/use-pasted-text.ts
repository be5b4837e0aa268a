import { computed, type Ref, ref } from 'vue'

/** Longer than anybody types: such a text is more often a document than a question. */
const LONG_PASTE = 3000

/** A long text that was pasted, and may become a file instead. It stays typed until the reader wants that. */
export function usePastedText(text: Ref<string>, takesText: () => boolean) {
  const pasted = ref('')
  const offered = computed(
    () => pasted.value !== '' && takesText() && text.value.includes(pasted.value),
  )

  function note(added: string): void {
    // Line ends are made one kind by the text field.
    pasted.value = added.length >= LONG_PASTE ? added.replaceAll('\r\n', '\n') : ''
  }

  /** Takes it out of what is typed. */
  function take(): string | null {
    if (!offered.value) return null
    const taken = pasted.value
    text.value = text.value.replace(taken, () => '')
    pasted.value = ''
    return taken
  }

  return { offered, note, take }
}
