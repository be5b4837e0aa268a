import { afterEach, describe, expect, it } from 'vitest'
import { mountPage } from '../../../../test/mount'
import { fakeNetwork, jsonAnswer, problemAnswer, type SentRequest } from '../../../../test/sse'
import SignInPage from './sign-in-page.vue'

const user = { id: 'u1', email: 'ada@example.com', role: 'user' }
const options = {
  registration: 'open',
  password_min_length: 10,
  mail: true,
  email_verification: false,
}

/** A house whose accounts all have a second factor; its code is 123456. */
function house(more: Partial<typeof options> = {}): SentRequest[] {
  return fakeNetwork((sent) => {
    if (sent.path.endsWith('/auth/options')) return jsonAnswer(200, { ...options, ...more })
    const { totp } = sent.body as { totp?: string }
    if (totp === undefined) return problemAnswer(401, 'totp_required')
    if (totp !== '123456') return problemAnswer(401, 'invalid_totp')
    return jsonAnswer(200, { user, access_token: 't' })
  })
}

type Page = ReturnType<typeof mountPage>
let page: Page

async function enterPassword(): Promise<void> {
  await page.get('input[type=email]').setValue('ada@example.com')
  await page.get('input[type=password]').setValue('correct horse battery')
  await page.get('form').trigger('submit')
  await expect.poll(() => page.find('[autocomplete=one-time-code]').exists()).toBe(true)
}

async function enterCode(code: string): Promise<void> {
  await page.get('form input').setValue(code)
  await page.get('form').trigger('submit')
}

afterEach(() => {
  page.unmount()
})

describe('the sign-in page', () => {
  it('asks for the second factor in place and sends it with the password', async () => {
    const sent = house()
    page = mountPage(SignInPage)

    await enterPassword()
    expect(page.find('input[type=password]').exists()).toBe(false)
    await enterCode('123 456')
    await expect.poll(() => page.emitted('signedIn')?.length).toBe(1)

    expect(sent.at(-1)?.body).toEqual({
      email: 'ada@example.com',
      password: 'correct horse battery',
      totp: '123456',
    })
  })

  it('says that a code is wrong and asks for the next one', async () => {
    house()
    page = mountPage(SignInPage)

    await enterPassword()
    await enterCode('000000')
    await expect.poll(() => page.find('[role=alert]').exists()).toBe(true)

    expect(page.get('[role=alert]').text()).toContain('This code is wrong')
    expect(page.get<HTMLInputElement>('form input').element.value).toBe('')
    expect(page.emitted('signedIn')).toBeUndefined()
  })

  it('forgets the password when somebody else wants to sign in', async () => {
    house()
    page = mountPage(SignInPage)

    await enterPassword()
    await page.findAll('form button[type=button]').at(-1)?.trigger('click')
    await expect.poll(() => page.find('input[type=password]').exists()).toBe(true)

    expect(page.get<HTMLInputElement>('input[type=password]').element.value).toBe('')
  })

  it('links to registration only where it is not closed', async () => {
    house({ registration: 'closed' })
    page = mountPage(SignInPage)

    await expect.poll(() => page.html()).not.toContain('Create account')
  })

  it('lets the password be looked at', async () => {
    house()
    page = mountPage(SignInPage)
    const password = page.get('[autocomplete=current-password]')

    await page.get('[aria-label="Show the characters"]').trigger('click')
    expect(password.attributes('type')).toBe('text')

    await page.get('[aria-label="Hide the characters"]').trigger('click')
    expect(password.attributes('type')).toBe('password')
  })
})
