import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { ApiError } from '@/api/api-error'
import { mountEnglish } from '../../test/mount'
import FormError from './form-error.vue'

const tooMany = (seconds: number | null) =>
  new ApiError('too_many_attempts', 429, null, null, [], undefined, seconds)

async function pass(seconds: number): Promise<void> {
  vi.advanceTimersByTime(seconds * 1000)
  await nextTick()
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a refusal that ends by itself', () => {
  it('counts down, then says that it is over', async () => {
    const banner = mountEnglish(FormError, { error: tooMany(65) })
    expect(banner.get('[role=timer]').text()).toBe('1:05')

    await pass(6)
    expect(banner.get('[role=timer]').text()).toBe('0:59')

    await pass(60)
    expect(banner.find('[role=timer]').exists()).toBe(false)
    expect(banner.text()).toContain('You can try again now.')
  })

  it('begins anew when it comes again', async () => {
    const banner = mountEnglish(FormError, { error: tooMany(5) })
    await pass(4)

    await banner.setProps({ error: tooMany(10) })

    expect(banner.get('[role=timer]').text()).toBe('0:10')
  })

  it('promises no time that the server did not tell', () => {
    const banner = mountEnglish(FormError, { error: tooMany(null) })

    expect(banner.text()).toBe('Too many attempts. Wait a little, then try again.')
  })
})

describe('a budget that is used up', () => {
  it('says when it begins anew and counts no days in seconds', () => {
    const error = new ApiError(
      'budget_exhausted',
      429,
      null,
      null,
      [],
      undefined,
      900_000,
      '2026-12-01T00:00:00.000Z',
    )
    const banner = mountEnglish(FormError, { error })

    expect(banner.text()).toMatch(/used up\. .*It begins anew on (Nov 30|Dec 1), 2026/)
    expect(banner.find('[role=timer]').exists()).toBe(false)
  })
})

describe('an error of a code that we do not know', () => {
  it('is named', () => {
    const banner = mountEnglish(FormError, { error: new ApiError('moon_full', 409) })

    expect(banner.text()).toBe('Something went wrong (moon_full).')
  })
})
