/** @param {{ page: import('playwright-core').Page }} stage */
const heading = ({ page }) => page.getByRole('heading', { level: 1 }).first().waitFor()

/** @type {import('../gallery.mjs').Scene[]} */
export default [
  { name: 'visitor-sign-in', who: 'visitor', path: '/sign-in', ready: heading },
  {
    name: 'visitor-sign-in-wrong',
    who: 'visitor',
    path: '/sign-in',
    async ready({ page, say }) {
      await page.getByLabel(say('E-mail', '邮箱')).fill('nobody@example.com')
      await page.getByLabel(say('Password', '密码')).fill('not the password')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'visitor-register', who: 'visitor', path: '/register', ready: heading },
  { name: 'visitor-forgot', who: 'visitor', path: '/forgot', ready: heading },
  { name: 'visitor-reset', who: 'visitor', path: '/reset#token=x', ready: heading },
  { name: 'visitor-verify', who: 'visitor', path: '/verify#token=x', ready: heading },
  { name: 'visitor-shared-nothing', who: 'visitor', path: '/shared#token=x', ready: heading },
]
