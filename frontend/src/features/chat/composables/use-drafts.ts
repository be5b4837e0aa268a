import { useDebounceFn, useEventListener } from '@vueuse/core'
import { type Ref, type ShallowRef, watch } from 'vue'
import { accessToken, accountOf } from '@/api/access-token'
import { type Draft, draftsOf, EMPTY_DRAFT, placeOf } from '../drafts'
import type { Attachment, Editing } from '../types'

const SAVE_AFTER_MS = 300

interface Typed {
  conversationId: Ref<string | null>
  appId: Ref<string | null>
  draft: Ref<string>
  inputs: Ref<Record<string, unknown>>
  attachments: ShallowRef<readonly Attachment[]>
  editing: Ref<Editing | null>
  /** What was sent and not yet taken, so that a page that goes meanwhile does not take it along. */
  sending: () => Partial<Draft> | null
  /** The id of a message, by which the next page knows it. */
  idOf: (key: string) => string
}

/** Keeps what is typed for the place where it was typed, and gives it back there. */
export function useDrafts(typed: Typed) {
  /** Whose draft it is, and where; taken when it was begun, since a session may end before it is saved. */
  let held: { account: string; place: string } | null = null
  /** As it was read or kept last: another tab at the same place may have written since. */
  let known = ''

  function snapshot(): Draft {
    const sending = typed.sending()
    const editing = typed.editing.value ?? sending?.editing ?? null
    return {
      text: [sending?.text, typed.draft.value].filter(Boolean).join('\n'),
      inputs: typed.conversationId.value === null ? typed.inputs.value : {},
      // An upload goes on without its draft, which finds it again; one that ends with the page says so there.
      attachments: [...(sending?.attachments ?? []), ...typed.attachments.value],
      editing: editing && { ...editing, key: typed.idOf(editing.key) },
    }
  }

  function save(): void {
    const draft = snapshot()
    const text = JSON.stringify(draft)
    if (!held || text === known) return
    known = text
    draftsOf(held.account).save(held.place, draft)
  }

  function put({ text, inputs, attachments, editing }: Draft): void {
    typed.draft.value = text
    typed.inputs.value = { ...inputs }
    typed.attachments.value = attachments
    typed.editing.value = editing
  }

  function here() {
    const account = accountOf(accessToken())
    const place = placeOf(typed.conversationId.value, typed.appId.value)
    return account !== null && place !== null ? { account, place } : null
  }

  /** The screen is about to show another place. */
  function leave(): void {
    save()
    held = null
    put(EMPTY_DRAFT)
  }

  /** The screen shows another place. What was typed before it was known where stays, too. */
  function enter(): void {
    const { value: before } = typed.draft
    held = here()
    if (!held) return
    const kept = draftsOf(held.account).load(held.place)
    put(kept)
    known = JSON.stringify(snapshot())
    typed.draft.value = [kept.text, before].filter(Boolean).join('\n')
  }

  /** The new chat has become a conversation, or goes to another app: what is typed goes along. */
  function move(): void {
    const before = held
    held = here()
    if (before && before.place !== held?.place) draftsOf(before.account).remove(before.place)
    known = ''
    save()
  }

  const saveSoon = useDebounceFn(save, SAVE_AFTER_MS)
  watch([typed.draft, typed.attachments, typed.inputs, typed.editing], () => void saveSoon(), {
    deep: true,
  })
  useEventListener(window, 'pagehide', save)
  useEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') save()
  })

  /** Nothing of what is typed here is kept any more. */
  function forget(account: string): void {
    held = null
    draftsOf(account).clear()
  }

  return { enter, leave, move, save, forget }
}
