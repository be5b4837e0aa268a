import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { mountEnglish } from '../../../../test/mount'
import JsonViewer from './json-viewer.vue'

const show = (text: string | null, truncated = false) =>
  mountEnglish(JsonViewer, { label: 'Inputs', text, truncated })

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

it('shows the first level, and what is deeper when it is unfolded', async () => {
  const viewer = show('{"question":"What is a lease?","file":{"name":"a.pdf","size":3}}')
  expect(viewer.text()).toContain('question: What is a lease?')
  expect(viewer.text()).not.toContain('a.pdf')

  const deeper = viewer.findAll('details')[1]
  ;(deeper?.element as HTMLDetailsElement).open = true
  await deeper?.trigger('toggle')

  expect(viewer.text()).toContain('name: a.pdf')
})

it('draws long lists and long texts in part, and the rest on request', async () => {
  const viewer = show(JSON.stringify({ list: 'x'.repeat(5000) }))
  expect(viewer.text()).not.toContain('x'.repeat(5000))
  await viewer.get('button.underline').trigger('click')
  expect(viewer.text()).toContain('x'.repeat(5000))

  const long = show(
    JSON.stringify(Array.from({ length: 120 }, (_, place) => `entry ${String(place)}`)),
  )
  expect(long.text()).not.toContain('entry 119')
  await long.get('li > button').trigger('click')
  expect(long.text()).toContain('entry 119')
})

it('shows what is no JSON as it is, and says what is cut and what is empty', () => {
  const viewer = show('{"question":"What', true)

  expect(viewer.get('pre').text()).toBe('{"question":"What')
  expect(viewer.text()).toContain('Cut')
  expect(show('{}').text()).toContain('Nothing.')
  expect(show(null).text()).toContain('Nothing.')
})

it('copies all of it, and says when the browser refuses', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce()
  writeText.mockRejectedValueOnce(new Error('refused'))
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const viewer = show('{"a":1}')
  const copy = viewer.get('button[aria-label="Copy Inputs"]')

  await copy.trigger('click')
  await flushPromises()
  expect(writeText).toHaveBeenCalledWith('{\n  "a": 1\n}')
  expect(viewer.get('[role=status]').text()).toBe('Copied')

  await copy.trigger('click')
  await flushPromises()
  expect(viewer.get('[role=status]').classes()).toContain('text-danger')
})
