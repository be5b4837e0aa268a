import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
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
        { id: 'yes', title: 'Approve' },
        { id: 'no', title: 'Refuse' },
      ],
      state: 'open',
      ...form,
    },
    answer: { ...newAnswer('t1'), status: 'paused' },
  })

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('an open form', () => {
  it('hands over what was entered with the chosen action', async () => {
    const fillIn = vi.spyOn(useChat(), 'fillIn').mockResolvedValue()
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

  it('that wants what cannot be entered here says so', () => {
    const wrapper = show({ inputs: [input('scan', 'file')] })

    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.text()).toContain('cannot be entered here')
  })
})

it('a form that was filled in takes nothing more', () => {
  const wrapper = show({ state: 'submitted' })

  expect(wrapper.find('button').exists()).toBe(false)
  expect(wrapper.text()).toContain('filled in')
})
