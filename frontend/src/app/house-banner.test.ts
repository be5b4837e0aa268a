import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { mountEnglish } from '../../test/mount'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../test/sse'
import HouseBanner from './house-banner.vue'
import { useHouseBanner } from './use-house-banner'

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the banner of the house', () => {
  it('shows what administrators have to say, as plain text', async () => {
    fakeNetwork(() => jsonAnswer(200, { text: '<b>Tonight</b> we move.', level: 'warning' }))
    const banner = mountEnglish(HouseBanner)

    await expect.poll(() => banner.text()).toBe('<b>Tonight</b> we move.')
  })

  it('changes at once for whoever changes it', async () => {
    fakeNetwork(() => jsonAnswer(200, { text: 'Tonight we move.', level: 'info' }))
    const banner = mountEnglish(HouseBanner)
    await expect.poll(() => banner.text()).toBe('Tonight we move.')

    useHouseBanner().show({ text: 'We have moved.', level: 'info', until: null })
    await expect.poll(() => banner.text()).toBe('We have moved.')

    useHouseBanner().show({ text: 'Over.', level: 'info', until: '2020-01-01T00:00:00Z' })
    await expect.poll(() => banner.text()).toBe('')
  })

  it('is not there while there is nothing to say, or when it cannot be read', async () => {
    const answers = [
      () => new Response(null, { status: 204 }),
      () => problemAnswer(503, 'database_unavailable'),
    ]
    for (const answer of answers) {
      const sent = fakeNetwork(answer)
      const banner = mountEnglish(HouseBanner)

      await expect.poll(() => sent.length).toBeGreaterThan(0)
      expect(banner.text()).toBe('')
    }
  })
})
