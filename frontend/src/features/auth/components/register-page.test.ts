import { describe, expect, it } from 'vitest'
import { mountPage } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer, type SentRequest } from '../../../../test/sse'
import RegisterPage from './register-page.vue'

function house(registration: string, answer: () => Response): SentRequest[] {
  return fakeNetwork((sent) =>
    sent.path.endsWith('/auth/options')
      ? jsonAnswer(200, {
          registration,
          password_min_length: 12,
          mail: false,
          email_verification: false,
        })
      : answer(),
  )
}

const never = () => {
  throw new Error('not to be asked')
}

describe('the registration page', () => {
  it('says that registration is closed, and offers no form', async () => {
    house('closed', never)
    const page = mountPage(RegisterPage)

    await expect.poll(() => page.find('form').exists()).toBe(false)
    expect(page.text()).toContain('Registration is closed here')
  })

  it('tells the rules of the house for passwords and approval', async () => {
    house('approval', never)
    const page = mountPage(RegisterPage)

    await expect.poll(() => page.text()).toContain('At least 12 characters')
    expect(page.text()).toContain('An administrator has to approve')
    const password = page.get('input[type=password]')
    expect(password.attributes()).toMatchObject({ minlength: '12', autocomplete: 'new-password' })
  })

  it('explains a common password beside the field, in our words', async () => {
    const errors = [{ field: 'password', code: 'common_password', message: 'guessed first' }]
    house('open', () => jsonAnswer(400, { code: 'validation_failed', errors }))
    const page = mountPage(RegisterPage)

    await page.get('form').trigger('submit')

    await expect.poll(() => page.text()).toContain('lists of often used passwords')
    expect(page.get('input[type=password]').attributes('aria-invalid')).toBe('true')
  })
})
