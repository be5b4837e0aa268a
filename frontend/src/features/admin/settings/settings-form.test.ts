import { describe, expect, it } from 'vitest'
import { mountEnglish } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../../../test/sse'
import SettingsForm from './settings-form.vue'

const settings = {
  registration: 'open',
  registration_domains: ['example.org'],
  email_verification: false,
  admins_need_totp: false,
  sharing: 'members',
}

describe('the settings of the house', () => {
  it('are sent one by one, and only what was changed', async () => {
    const sent = fakeNetwork((call) => jsonAnswer(200, call.body as object))
    const form = mountEnglish(SettingsForm, { settings })

    await form.get('select').setValue('approval')
    await form.get('input:not([type=checkbox])').setValue('Example.org, b.example;c.example')
    await form.get('form').trigger('submit')
    await expect.poll(() => form.text()).toContain('Saved')

    expect(sent.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', '/api/v1/admin/settings/registration', { value: 'approval' }],
      [
        'PUT',
        '/api/v1/admin/settings/registration_domains',
        { value: ['example.org', 'b.example', 'c.example'] },
      ],
    ])
  })

  it('tell why one was refused, and do not send again what was taken', async () => {
    const sent = fakeNetwork((call) =>
      call.path.endsWith('email_verification')
        ? problemAnswer(409, 'mail_not_configured')
        : jsonAnswer(200, call.body as object),
    )
    const form = mountEnglish(SettingsForm, { settings })

    await form.get('select').setValue('closed')
    await form.get('input[type=checkbox]').setValue(true)
    await form.get('form').trigger('submit')
    await expect.poll(() => form.text()).toContain('This house sends no mail')
    await form.get('form').trigger('submit')
    await expect.poll(() => sent.length).toBe(3)

    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual([
      'registration',
      'email_verification',
      'email_verification',
    ])
  })
})
