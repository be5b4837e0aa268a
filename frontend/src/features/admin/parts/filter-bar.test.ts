import { expect, it } from 'vitest'
import { h } from 'vue'
import { mountEnglish } from '../../../../test/mount'
import FilterBar from './filter-bar.vue'

/** With one filter that folds. */
const show = (props: { active: boolean; count: number }) =>
  mountEnglish({
    render: () => h(FilterBar, { label: 'Filter people', ...props }, { default: () => 'A filter' }),
  })

it('tells on its fold how many filters are in force, and whether it is open', async () => {
  const bar = show({ active: true, count: 2 })
  const fold = bar.get('button[aria-expanded]')
  expect(fold.text()).toBe('Filters (2)')
  expect(fold.attributes('aria-expanded')).toBe('false')
  const folded = bar.get(`[id="${fold.attributes('aria-controls') ?? ''}"]`)
  expect(folded.classes()).toContain('max-sm:hidden')

  await fold.trigger('click')

  expect(fold.attributes('aria-expanded')).toBe('true')
  expect(folded.classes()).not.toContain('max-sm:hidden')
})

it('has no fold where nothing folds, and clears what narrows', async () => {
  const bar = mountEnglish(FilterBar, { label: 'Filter groups', active: false })
  expect(bar.findAll('button')).toEqual([])

  await bar.setProps({ active: true })
  await bar.get('button').trigger('click')

  expect(bar.emitted('clear')).toHaveLength(1)
})
