// Whether a page keeps WCAG 2.2 AA, as far as a program can tell (axe-core).
import axe from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Menus and tooltips stand at the end of the body, where no landmark is; their triggers lead to them. */
const UNFIT = ['region']
/** While a menu is open, the page behind it is hidden from assistive technology and cannot get the focus. */
const OVERLAY = '[data-reka-popper-content-wrapper]'

/** @typedef {{ id: string, impact: string, help: string, places: string[] }} Violation */

/**
 * What is wrong with what is on the screen now. The script goes in through the debugger: the page's policy would refuse it.
 * @param {import('playwright-core').Page} page
 * @param {{ within?: string, without?: string[] }} [scope] a CSS selector to look into (an open menu, else all); rules that
 * are not asked for: say why
 * @returns {Promise<Violation[]>}
 */
export async function violations(page, { within, without = [] } = {}) {
  // It stays while the app changes its pages.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const overlaid = await page.locator(OVERLAY).count()
  return page.evaluate(
    async ({ within, tags, without }) => {
      const { axe } = /** @type {any} */ (globalThis)
      const found = await axe.run(within, {
        runOnly: { type: 'tag', values: tags },
        rules: Object.fromEntries(
          without.map((/** @type {string} */ id) => [id, { enabled: false }]),
        ),
        resultTypes: ['violations'],
      })
      return found.violations.map((/** @type {any} */ { id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        places: nodes.map(
          (/** @type {any} */ node) => `${node.target.join(' ')}\n      ${node.failureSummary}`,
        ),
      }))
    },
    {
      within: within ?? (overlaid > 0 ? OVERLAY : 'html'),
      tags: TAGS,
      without: [...UNFIT, ...without],
    },
  )
}

/**
 * Fails with a list of all that is wrong.
 * @param {import('playwright-core').Page} page @param {Parameters<typeof violations>[1]} [scope]
 */
export async function isAccessible(page, scope) {
  const found = await violations(page, scope)
  if (found.length === 0) return
  const list = found.map(
    ({ id, impact, help, places }) => `  ${id} (${impact}): ${help}\n    ${places.join('\n    ')}`,
  )
  throw new Error(`${page.url()} is not accessible:\n${list.join('\n')}`)
}
