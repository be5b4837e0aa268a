import { describe, expect, it } from 'vitest'
import { mountEnglish } from '../../../../test/mount'
import HighlightedText from './highlighted-text.vue'

describe('found text', () => {
  it('is marked where it matches and never becomes HTML', () => {
    const segments = [
      { text: '<img src=x onerror=alert(1)> the ', match: false },
      { text: '<b>lease</b>', match: true },
    ]
    const wrapper = mountEnglish(HighlightedText, { segments })

    expect(wrapper.text()).toBe('<img src=x onerror=alert(1)> the <b>lease</b>')
    expect(wrapper.findAll('img, b')).toHaveLength(0)
    expect(wrapper.findAll('mark').map((mark) => mark.text())).toEqual(['<b>lease</b>'])
  })
})
