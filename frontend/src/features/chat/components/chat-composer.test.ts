import { describe, expect, it } from 'vitest'
import { mountEnglish } from '../../../../test/mount'
import ChatComposer from './chat-composer.vue'

const composer = (busy = false) =>
  mountEnglish(ChatComposer, { modelValue: '你好', busy, canSubmit: !busy })

describe('the composer', () => {
  it('sends with Enter', async () => {
    const wrapper = composer()

    await wrapper.get('textarea').trigger('keydown', { key: 'Enter' })

    expect(wrapper.emitted('submit')).toHaveLength(1)
  })

  it('starts a new line with Shift+Enter', async () => {
    const wrapper = composer()

    await wrapper.get('textarea').trigger('keydown', { key: 'Enter', shiftKey: true })

    expect(wrapper.emitted('submit')).toBeUndefined()
  })

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'leaves the Enter that ends a composition to the input method: %o',
    async (composing) => {
      const wrapper = composer()

      await wrapper.get('textarea').trigger('keydown', { key: 'Enter', ...composing })

      expect(wrapper.emitted('submit')).toBeUndefined()
    },
  )

  it('offers stop instead of send while an answer is under way', async () => {
    const wrapper = composer(true)

    await wrapper.get('button[aria-label="Stop"]').trigger('click')

    expect(wrapper.emitted('stop')).toHaveLength(1)
    expect(wrapper.find('button[type=submit]').exists()).toBe(false)
  })

  it('has a name for screen readers', () => {
    expect(composer().get('textarea').attributes('aria-label')).toBe('Message')
  })
})
