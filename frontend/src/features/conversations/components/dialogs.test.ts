import { describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { aConversation } from '../../../../test/conversation'
import { mountPage } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer, type SentRequest } from '../../../../test/sse'
import ImportDialog from './import-dialog.vue'
import MoveDialog from './move-dialog.vue'
import ShareDialog from './share-dialog.vue'

const inDialog = <T extends HTMLElement>(selector: string) =>
  document.querySelector<T>(`[role=dialog] ${selector}`)
const press = (text: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')]
    .find((button) => button.textContent.trim() === text)
    ?.click()

function change(field: HTMLInputElement | HTMLSelectElement | null, value: string): void {
  if (!field) throw new Error('no such field')
  field.value = value
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input'))
}

async function show(dialog: Component, props: object) {
  const wrapper = mountPage(dialog, { ...props })
  await expect.poll(() => inDialog('form')).toBeTruthy()
  return wrapper
}

const writes = (sent: SentRequest[]) =>
  sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => [method, path.replace('/api/v1', ''), body])

describe('sharing', () => {
  const share = { id: 's1', conversation_id: 'c1', created_at: '2026-01-01T00:00:00.000Z' }

  it('shows the link once it is made, whole also where the house does not know its address', async () => {
    const sent = fakeNetwork(({ method }) =>
      method === 'POST'
        ? jsonAnswer(201, { id: 's1', url: '/shared#token=abc' })
        : jsonAnswer(200, { data: [share, { ...share, id: 's2', conversation_id: 'other' }] }),
    )
    const dialog = await show(ShareDialog, { conversation: aConversation('c1') })
    await expect.poll(() => document.querySelectorAll('[role=dialog] li').length).toBe(1)

    press('Make link')

    const url = `${window.location.origin}/shared#token=abc`
    await expect.poll(() => inDialog('pre')?.textContent).toBe(url)
    expect(writes(sent)).toEqual([['POST', '/conversations/c1/shares', { expires_in_days: 30 }]])
    dialog.unmount()
  })

  it('without an end says nothing of one', async () => {
    const sent = fakeNetwork(({ method }) =>
      jsonAnswer(200, method === 'POST' ? { url: '/shared#token=abc' } : { data: [] }),
    )
    const dialog = await show(ShareDialog, { conversation: aConversation('c1') })

    change(inDialog<HTMLSelectElement>('select'), '')
    press('Make link')

    await expect.poll(() => writes(sent)).toEqual([['POST', '/conversations/c1/shares', {}]])
    dialog.unmount()
  })
})

describe('moving to a new folder', () => {
  it('makes the folder first', async () => {
    const sent = fakeNetwork(({ method, path }) => {
      if (method === 'POST') return jsonAnswer(201, { id: 'f9', name: 'Law' })
      return jsonAnswer(200, path.endsWith('/folders') ? { data: [] } : aConversation('c1'))
    })
    const dialog = await show(MoveDialog, { conversation: aConversation('c1') })

    change(inDialog<HTMLSelectElement>('select'), 'new')
    await expect.poll(() => inDialog('input')).toBeTruthy()
    change(inDialog<HTMLInputElement>('input'), ' Law ')
    await expect.poll(() => inDialog<HTMLButtonElement>('[type=submit]')?.disabled).toBe(false)
    press('Save')

    await expect.poll(() => dialog.emitted('closed')).toHaveLength(1)
    expect(writes(sent)).toEqual([
      ['POST', '/folders', { name: 'Law' }],
      ['PATCH', '/conversations/c1', { folder_id: 'f9' }],
    ])
    dialog.unmount()
  })
})

describe('an import', () => {
  it('sends the file as it is and tells what became of it', async () => {
    const warnings = [
      { code: 'files', count: 2, message: 'files are not imported' },
      { code: 'moons', count: 1, message: 'moons were left out' },
    ]
    const sent = fakeNetwork(() => jsonAnswer(200, { imported: 2, skipped: 1, warnings }))
    const apps = [{ id: 'a1', slug: 'a', name: 'A', description: null, icon: null, mode: null }]
    const dialog = await show(ImportDialog, { apps, preferredApp: 'a1' })
    const file = new File(['{}'], 'export.json')
    const input = inDialog<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input, 'files', { value: [file] })
    input?.dispatchEvent(new Event('change'))
    await expect.poll(() => inDialog<HTMLButtonElement>('[type=submit]')?.disabled).toBe(false)

    inDialog('form')?.dispatchEvent(new Event('submit'))

    await expect.poll(() => inDialog('[role=status]')?.textContent).toContain('2 conversations')
    expect(
      [...document.querySelectorAll('[role=dialog] li')].map((li) => li.textContent.trim()),
    ).toEqual(['Files are not imported (2)', 'moons were left out (1)'])
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: '/api/v1/conversations/import?app_id=a1',
    })
    expect(dialog.emitted('imported')).toHaveLength(1)
    dialog.unmount()
  })
})
