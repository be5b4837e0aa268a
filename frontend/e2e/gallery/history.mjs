/** @param {{ page: import('playwright-core').Page }} stage */
const listed = ({ page }) => page.locator('main li').first().waitFor()

/** @type {import('../gallery.mjs').Scene[]} */
export default [
  { name: 'history-archive', who: 'person', path: '/history/archive', ready: listed },
  { name: 'history-trash', who: 'person', path: '/history/trash', ready: listed },
  {
    name: 'history-search',
    who: 'person',
    path: '/',
    async ready({ page }) {
      await page.getByRole('textbox').first().waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('rent')
      await page.locator('mark').first().waitFor()
    },
  },
]
