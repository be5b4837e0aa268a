import { describe, expect, it, vi } from 'vitest'
import * as files from '@/components/save-file'
import { mountEnglish } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../../../test/sse'
import DeleteSection from './delete-section.vue'
import ExportSection from './export-section.vue'
import KeysSection from './keys-section.vue'
import MakeKeyDialog from './make-key-dialog.vue'
import RecoveryCodesDialog from './recovery-codes-dialog.vue'
import SessionsSection from './sessions-section.vue'

const inDialog = (selector: string) =>
  document.querySelector<HTMLElement>(`[role=dialog] ${selector}`)
const dialogButton = (text: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find(
    (button) => button.textContent.trim() === text,
  )

function type(selector: string, value: string): void {
  const input = inDialog(selector) as HTMLInputElement
  input.value = value
  input.dispatchEvent(new Event('input'))
}

describe('the list of devices', () => {
  const session = (id: string, current: boolean) => ({
    id,
    user_agent: current ? 'Firefox/140 Linux' : 'Safari/604 iPhone',
    address: '192.0.2.1',
    created_at: '2026-01-01T00:00:00.000Z',
    last_seen_at: '2026-01-01T00:00:00.000Z',
    current,
  })

  it('marks this one and ends another', async () => {
    const sent = fakeNetwork((call) =>
      call.method === 'DELETE'
        ? new Response(null, { status: 204 })
        : jsonAnswer(200, { data: [session('s1', true), session('s2', false)] }),
    )
    const section = mountEnglish(SessionsSection)
    await expect.poll(() => section.findAll('li').length).toBe(2)
    expect(section.findAll('li')[0]?.text()).toContain('This device')

    await section.get('[aria-label="Sign out Safari · iPhone"]').trigger('click')
    dialogButton('Sign out')?.click()

    await expect.poll(() => sent.length).toBe(3)
    expect(sent[1]).toMatchObject({ method: 'DELETE', path: '/api/v1/auth/sessions/s2' })
    expect(section.emitted('gone')).toBeUndefined()
    section.unmount()
  })
})

describe('the export', () => {
  it('walks all pages into one file', async () => {
    fakeNetwork((call) =>
      call.path.includes('cursor=c2')
        ? jsonAnswer(200, { data: [{ type: 'message' }] })
        : jsonAnswer(200, { data: [{ type: 'account' }], next_cursor: 'c2' }),
    )
    const save = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined)
    const section = mountEnglish(ExportSection)

    await section.get('button').trigger('click')
    await expect.poll(() => save.mock.calls.length).toBe(1)

    const content = JSON.parse(String(save.mock.calls[0]?.[0])) as { records: object[] }
    expect(content.records).toEqual([{ type: 'account' }, { type: 'message' }])
    section.unmount()
  })
})

describe('deleting the account', () => {
  it('takes the typed e-mail and the password, and tells that it was wrong', async () => {
    const sent = fakeNetwork(() => problemAnswer(403, 'wrong_password'))
    const props = { email: 'ada@example.com', secondFactor: false }
    const section = mountEnglish(DeleteSection, props)
    await section.get('button').trigger('click')
    await expect.poll(() => inDialog('form')).toBeTruthy()
    expect(dialogButton('Delete for good')?.disabled).toBe(true)

    type('input[autocomplete=off]', 'Ada@example.com')
    type('input[type=password]', 'not it')
    await expect.poll(() => dialogButton('Delete for good')?.disabled).toBe(false)
    dialogButton('Delete for good')?.click()

    await expect.poll(() => inDialog('[role=alert]')?.textContent).toContain('not your current')
    expect(sent[0]?.body).toEqual({ password: 'not it' })
    expect(section.emitted('gone')).toBeUndefined()
    section.unmount()
  })
})

describe('making a key', () => {
  const fill = async (): Promise<void> => {
    await expect.poll(() => inDialog('form')).toBeTruthy()
    type('input[autocomplete=off]', 'Script')
    type('input[type=password]', 'my password')
  }

  it('takes the password, and no code where there is no second factor', async () => {
    const sent = fakeNetwork(() => jsonAnswer(201, { key: 'rk-1' }))
    const dialog = mountEnglish(MakeKeyDialog, { mayAdminister: false, secondFactor: false })
    await fill()
    expect(inDialog('input[autocomplete=one-time-code]')).toBeNull()
    dialogButton('Make key')?.click()

    await expect.poll(() => dialog.emitted('made')).toEqual([['rk-1']])
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/api/v1/auth/keys' })
    expect(sent[0]?.body).toEqual({
      name: 'Script',
      scopes: ['chat', 'read'],
      expires_at: expect.any(String) as string,
      password: 'my password',
    })
    dialog.unmount()
  })

  it('takes a code where there is a second factor, and asks again when it was wrong', async () => {
    const right = { password: 'my password', totp: '123456' }
    const sent = fakeNetwork((call) =>
      (call.body as typeof right).totp === right.totp
        ? jsonAnswer(201, { key: 'rk-1' })
        : problemAnswer(401, 'invalid_totp'),
    )
    const dialog = mountEnglish(MakeKeyDialog, { mayAdminister: false, secondFactor: true })
    await fill()
    type('input[autocomplete=one-time-code]', '000000')
    dialogButton('Make key')?.click()
    await expect.poll(() => inDialog('[role=alert]')?.textContent).toContain('This code is wrong')
    expect(dialog.emitted('made')).toBeUndefined()

    type('input[autocomplete=one-time-code]', ' 123456 ')
    dialogButton('Make key')?.click()
    await expect.poll(() => dialog.emitted('made')).toEqual([['rk-1']])
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toMatchObject(right)
    dialog.unmount()
  })
})

describe('what a key may do', () => {
  const app = { id: 'a1', slug: 'chat', name: 'Chat' }
  const choose = (label: string): void => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>('[role=dialog] label')]
    labels
      .find((one) => one.textContent.includes(label))
      ?.querySelector('input')
      ?.click()
  }

  it('is said when it is made', async () => {
    const sent = fakeNetwork((call) =>
      call.method === 'GET' ? jsonAnswer(200, { data: [app] }) : jsonAnswer(201, { key: 'rk-1' }),
    )
    const dialog = mountEnglish(MakeKeyDialog, { mayAdminister: true, secondFactor: false })
    await expect.poll(() => inDialog('form')).toBeTruthy()
    type('input[autocomplete=off]', 'Open WebUI')
    type('input[type=password]', 'my password')
    const reach = inDialog('select') as HTMLSelectElement
    reach.value = 'some'
    reach.dispatchEvent(new Event('change'))
    await expect.poll(() => dialogButton('Make key')?.disabled).toBe(true)
    await expect.poll(() => inDialog('input[value=a1]')).toBeTruthy()
    inDialog('input[value=a1]')?.click()
    type('input[inputmode=numeric]', 'many')
    await expect.poll(() => dialogButton('Make key')?.disabled).toBe(true)
    type('input[inputmode=numeric]', '60')
    choose('Acts for other people')
    await expect.poll(() => dialogButton('Make key')?.disabled).toBe(false)
    dialogButton('Make key')?.click()

    await expect.poll(() => dialog.emitted('made')).toEqual([['rk-1']])
    expect(sent.at(-1)?.body).toMatchObject({
      apps: ['a1'],
      requests_per_minute: 60,
      trusted: true,
    })
    dialog.unmount()
  })

  it('is no trust for somebody who does not administer', async () => {
    fakeNetwork(() => jsonAnswer(201, {}))
    const dialog = mountEnglish(MakeKeyDialog, { mayAdminister: false, secondFactor: false })
    await expect.poll(() => inDialog('form')).toBeTruthy()
    expect(document.querySelector('[role=dialog]')?.textContent).not.toContain('Acts for other')
    dialog.unmount()
  })

  it('stands in the list of keys', async () => {
    const key = {
      id: 'k1',
      name: 'Open WebUI',
      identifier: 'abc',
      scopes: ['chat'],
      trusted: true,
      apps: ['a1', 'a2'],
      requests_per_minute: 60,
      created_at: '2026-01-01T00:00:00.000Z',
      expires_at: null,
      last_used_at: null,
    }
    fakeNetwork(() => jsonAnswer(200, { data: [key] }))
    const section = mountEnglish(KeysSection, { mayAdminister: true, secondFactor: false })
    await expect.poll(() => section.findAll('li').length).toBe(1)

    expect(section.get('li').text()).toContain('acts for others · 2 apps · 60 per minute')
    section.unmount()
  })
})

describe('changing a key', () => {
  const key = {
    id: 'k1',
    name: 'Open WebUI',
    identifier: 'abc',
    scopes: ['chat'],
    trusted: false,
    requests_per_minute: 60,
    created_at: '2026-01-01T00:00:00.000Z',
    expires_at: null,
    last_used_at: null,
  }
  const open = async (section: ReturnType<typeof mountEnglish>): Promise<void> => {
    await expect.poll(() => section.findAll('li').length).toBe(1)
    await section.get('[aria-label="Change Open WebUI"]').trigger('click')
    await expect.poll(() => inDialog('form')).toBeTruthy()
    expect(dialogButton('Save')?.disabled).toBe(true)
  }

  it('takes something with no password, and shows the key as it is then', async () => {
    let stored = key
    const sent = fakeNetwork((call) => {
      if (call.method === 'PATCH') stored = { ...key, requests_per_minute: 5 }
      return jsonAnswer(200, call.method === 'PATCH' ? stored : { data: [stored] })
    })
    const section = mountEnglish(KeysSection, { mayAdminister: false, secondFactor: true })
    await open(section)
    type('input[inputmode=numeric]', '5')
    await expect.poll(() => dialogButton('Save')?.disabled).toBe(false)
    expect(inDialog('input[type=password]')).toBeNull()
    dialogButton('Save')?.click()

    await expect.poll(() => section.get('li').text()).toContain('5 per minute')
    expect(sent[1]).toMatchObject({ method: 'PATCH', path: '/api/v1/auth/keys/k1' })
    expect(sent[1]?.body).toEqual({ requests_per_minute: 5 })
    expect(inDialog('form')).toBeNull()
    section.unmount()
  })

  it('wants the password where the key is to do more', async () => {
    const sent = fakeNetwork((call) =>
      jsonAnswer(200, call.method === 'GET' ? { data: [key] } : key),
    )
    const section = mountEnglish(KeysSection, { mayAdminister: false, secondFactor: true })
    await open(section)
    type('input[inputmode=numeric]', '')
    await expect.poll(() => inDialog('input[type=password]')).toBeTruthy()
    type('input[type=password]', 'my password')
    type('input[autocomplete=one-time-code]', '123456')
    dialogButton('Save')?.click()

    await expect.poll(() => sent.length).toBe(3)
    expect(sent[1]?.body).toEqual({
      lift: ['requests_per_minute'],
      password: 'my password',
      totp: '123456',
    })
    section.unmount()
  })
})

describe('recovery codes', () => {
  it('stay until they are said to be kept', async () => {
    const dialog = mountEnglish(RecoveryCodesDialog, { codes: ['aaa', 'bbb'] })
    await expect.poll(() => inDialog('pre')?.textContent).toBe('aaa\nbbb')

    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve))
    expect(inDialog('pre')).toBeTruthy()
    expect(dialogButton('Done')?.disabled).toBe(true)

    inDialog('input[type=checkbox]')?.click()
    await expect.poll(() => dialogButton('Done')?.disabled).toBe(false)
    dialogButton('Done')?.click()
    expect(dialog.emitted('closed')).toHaveLength(1)
    dialog.unmount()
  })
})
