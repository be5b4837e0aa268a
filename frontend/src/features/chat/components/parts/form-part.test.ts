import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setAccessToken } from '@/api/access-token'
import { ApiError } from '@/api/api-error'
import type { FormEvent } from '@/api/chat-events'
import { mountEnglish } from '../../../../../test/mount'
import { newAnswer } from '../../messages'
import { useChat } from '../../stores/use-chat'
import FormPart from './form-part.vue'

const input = (name: string, kind: string, options: string[] = []) => ({
  name,
  kind,
  options,
  value: options[0] ?? '',
  fileTypes: [],
  fileExtensions: [],
  maxFiles: null,
})
const show = (form: Partial<FormEvent> = {}) =>
  mountEnglish(FormPart, {
    part: {
      type: 'form',
      form_id: 'f1',
      title: 'Approval',
      content: 'Why? {{#$output.why#}}',
      inputs: [input('why', 'paragraph'), input('level', 'select', ['low', 'high'])],
      actions: [
        { id: 'yes', title: 'Approve', style: 'primary' },
        { id: 'no', title: 'Refuse', style: 'default' },
      ],
      state: 'open',
      expires_at: null,
      ...form,
    },
    answer: { ...newAnswer('t1'), status: 'paused' },
  })

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

describe('an open form', () => {
  it('hands over what was entered with the chosen action', async () => {
    const fillIn = vi.spyOn(useChat(), 'fillIn').mockResolvedValue(true)
    const wrapper = show()

    await wrapper.get('textarea').setValue('It is fine')
    await wrapper.get('select').setValue('high')
    await wrapper.findAll('button').at(1)?.trigger('click')

    expect(fillIn).toHaveBeenCalledWith(expect.objectContaining({ turnId: 't1' }), 'f1', {
      inputs: { why: 'It is fine', level: 'high' },
      action: 'no',
    })
    expect(wrapper.text()).not.toContain('$output')
  })

  it('keeps what was entered and tells why it was not taken', async () => {
    vi.spyOn(useChat(), 'fillIn').mockRejectedValue(new ApiError('form_closed', 409))
    const wrapper = show()

    await wrapper.get('textarea').setValue('It is fine')
    await wrapper.get('button').trigger('click')
    await flushPromises()

    expect(wrapper.get('[role=alert]').text()).toContain('already')
    expect(wrapper.get('textarea').element.value).toBe('It is fine')
  })

  it('that wants a file is not handed in without one', async () => {
    const fillIn = vi.spyOn(useChat(), 'fillIn').mockResolvedValue(true)
    const wrapper = show({ inputs: [input('scan', 'file')] })

    await wrapper.findAll('button').at(-2)?.trigger('click')

    expect(fillIn).not.toHaveBeenCalled()
    expect(wrapper.get('[data-field=scan]').text()).toContain('Please fill this in')
  })

  it('says which field the server did not take', async () => {
    const errors = [{ field: 'inputs.why', code: 'too_long', message: '' }]
    const refusal = new ApiError('validation_failed', 400, null, null, errors)
    vi.spyOn(useChat(), 'fillIn').mockRejectedValue(refusal)
    const wrapper = show()

    await wrapper.findAll('button').at(0)?.trigger('click')
    await flushPromises()

    expect(wrapper.get('[data-field=why]').text()).toContain('too long')
  })

  it('that was filled in half is there again after a reload', async () => {
    setAccessToken(`x.${btoa('{"sub":"ada"}')}.x`)
    const before = show()
    await before.get('textarea').setValue('Because')
    before.unmount()

    expect(show().get('textarea').element.value).toBe('Because')
  })

  it('takes nothing more once its time is over', () => {
    const wrapper = show({ expires_at: '2020-01-01T00:00:00Z' })

    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.text()).toContain('expired')
  })
})

it('a form that was filled in takes nothing more', () => {
  const wrapper = show({ state: 'submitted' })

  expect(wrapper.find('button').exists()).toBe(false)
  expect(wrapper.text()).toContain('filled in')
})
