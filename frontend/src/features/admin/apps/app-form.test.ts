import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AdminApp } from '@/api/admin-apps'
import { mountEnglish } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer } from '../../../../test/sse'
import AppForm from './app-form.vue'

const app: AdminApp = {
  id: 'a1',
  slug: 'help',
  name: 'Help',
  description: 'Answers',
  icon: '',
  mode: 'chat',
  base_url: 'https://dify.example/v1',
  enabled: true,
  api_key_set: true,
}

const form = (given: AdminApp | null) => mountEnglish(AppForm, { app: given })
const field = (wrapper: ReturnType<typeof form>, type: string) => wrapper.get(`input[type=${type}]`)
const emitted = (wrapper: ReturnType<typeof form>, name: string) =>
  expect.poll(() => wrapper.emitted(name)?.length).toBe(1)

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the app form', () => {
  it('adds an app with its key', async () => {
    const sent = fakeNetwork(() => jsonAnswer(201, app))
    const wrapper = form(null)

    await field(wrapper, 'text').setValue(' Help ')
    await field(wrapper, 'url').setValue('https://dify.example/v1')
    await field(wrapper, 'password').setValue('app-fake')
    await wrapper.get('form').trigger('submit')
    await emitted(wrapper, 'saved')

    expect(sent).toMatchObject([{ method: 'POST', path: '/api/v1/admin/apps' }])
    expect(sent[0]?.body).toEqual({
      name: 'Help',
      base_url: 'https://dify.example/v1',
      api_key: 'app-fake',
      enabled: true,
    })
  })

  it('sends only what was changed, and never an empty key', async () => {
    const sent = fakeNetwork(() => jsonAnswer(200, app))
    const wrapper = form(app)

    await field(wrapper, 'checkbox').setValue(false)
    await wrapper.get('form').trigger('submit')
    await emitted(wrapper, 'saved')

    expect(sent).toMatchObject([{ method: 'PATCH', path: '/api/v1/admin/apps/a1' }])
    expect(sent[0]?.body).toEqual({ enabled: false })
  })

  it('shows what the server says about a field beside it', async () => {
    const errors = [{ field: 'api_key', code: 'pattern', message: 'must start with app-' }]
    fakeNetwork(() => jsonAnswer(400, { code: 'validation_failed', errors }))
    const wrapper = form(null)

    await wrapper.get('form').trigger('submit')
    await expect.poll(() => wrapper.find('[role=alert]').exists()).toBe(true)

    const key = field(wrapper, 'password')
    expect(key.attributes('aria-invalid')).toBe('true')
    expect(wrapper.get(`#${key.attributes('aria-describedby') ?? ''}`).text()).toBe(
      'must start with app-',
    )
    expect(wrapper.emitted('saved')).toBeUndefined()
  })
})
