// Whether everybody can use it: every page by axe in both themes, and what it is like by keyboard and by ear.
import assert from 'node:assert/strict'
import { isAccessible, violations } from '../accessible.mjs'
import { answerTo, ask, askAndRead, atChat, composer, hasText, isComplete } from '../chat.mjs'
import { stories, story } from '../house.mjs'
import { goTo, putInTheWay, routesOf } from '../routes.mjs'
import { recordedRuns } from '../runs.mjs'

/** @typedef {import('../house.mjs').House} House */
/** @typedef {import('playwright-core').Page} Page */

const LOOKS = [
  { phone: false, dark: false },
  { phone: true, dark: true },
]

/** Who is asked to look at a page with this access. @param {string} access */
function reader(access) {
  if (access === 'admin') return 'administrator'
  return access === 'visitor' ? 'visitor' : 'person'
}

/**
 * What stands for the parameters of routes, by `ROUTE.PARAMETER` where routes mean different things by a name; a new one is
 * added here.
 * @param {House} house @param {import('../person.mjs').Person} ada @param {string} answer
 */
async function paramsFor(house, ada, answer) {
  const administrator = await house.administrator()
  await ada.api('PUT', `/chat/messages/${answer}/feedback`, { rating: 'dislike', reason: 'Short.' })
  const [app] = (await ada.api('GET', '/apps')).data
  const name = `Tour ${ada.email}`
  const group = await administrator.api('POST', '/admin/groups', { name })
  const user_id = ada.user.id
  const limit = { measure: 'turns', amount: '1000', period: 'day', user_id }
  const budget = await administrator.api('POST', '/admin/budgets', { name, ...limit })
  await ada.ask('What is a lease?', { app_id: 'demo-advanced-chat' })
  const [run] = await recordedRuns(administrator, ada.user.id)
  const nodes = await administrator.api('GET', `/admin/runs/${run.id}/nodes`)
  return {
    appId: app.id,
    budgetId: budget.id,
    messageId: answer,
    runId: run.id,
    nodeId: nodes.data[0].id,
    'admin-user.id': user_id,
    'admin-group.id': group.id,
  }
}

/** Asks axe about every page that is for `who`. @param {House} house @param {string} who */
async function tour(house, who) {
  const ada = await house.person({ role: who === 'administrator' ? 'admin' : 'user' })
  const { conversation, answer } = await ada.ask('What is a lease?')
  const things = await paramsFor(house, ada, answer)
  const params = { ...things, conversationId: conversation, path: 'nowhere' }
  const { url } = await ada.api('POST', `/conversations/${conversation}/shares`, {})
  /** @type {string[]} */
  const wrong = []
  for (const look of LOOKS) {
    const page = await house.open(who === 'visitor' ? null : ada, look)
    const quiet = whenQuiet(page)
    const start = () => page.getByRole('textbox').first().waitFor()
    await start()
    const routes = (await routesOf(page, params)).filter(
      ({ access }) => reader(access) === who || (access === 'always' && who === 'visitor'),
    )
    assert.ok(routes.length > 0)
    for (const { name, path, access } of routes) {
      // What is in the way is told when the app starts; all other pages are gone to as their reader would.
      const fresh = await putInTheWay(page, access)
      if (fresh) await page.goto(path)
      else await goTo(page, name === 'shared' ? path + new URL(url, 'http://x').hash : path)
      await quiet()
      await page.locator('h1').first().waitFor({ state: 'attached', timeout: 3_000 }).catch(String)
      for (const { id, help, places } of await violations(page)) {
        const where = `${name} (${look.dark ? 'dark, phone' : 'light, wide'})`
        wrong.push(`${where}: ${id}, ${help}\n    ${places.join('\n    ')}`)
      }
      if (fresh) {
        await page.unrouteAll({ behavior: 'wait' })
        await page.goto('/')
        await start()
      }
    }
    await page.close()
  }
  if (wrong.length > 0) throw new Error(`not accessible:\n${wrong.join('\n')}`)
}

/** Waits until the page asks nothing more. @param {Page} page */
function whenQuiet(page) {
  let open = 0
  let last = Date.now()
  page.on('request', () => (open += 1))
  for (const end of /** @type {const} */ (['requestfinished', 'requestfailed'])) {
    page.on(/** @type {any} */ (end), () => {
      open -= 1
      last = Date.now()
    })
  }
  return async () => {
    last = Date.now()
    const patience = last + 5_000
    while (Date.now() < patience && (open > 0 || Date.now() - last < 150)) {
      await page.waitForTimeout(30)
    }
  }
}

stories('every page is accessible', () => {
  for (const who of ['visitor', 'person', 'administrator']) {
    story(`to a ${who}, in both themes and on a phone`, (house) => tour(house, who))
  }
})

stories('an answer', () => {
  story('is told in sentences while it comes, and stands still afterwards', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await page.evaluate(listen)
    const question = '!timed 40 100'
    await ask(page, question)
    const answer = answerTo(page, question)
    await hasText(answer)
    assert.equal(await busy(page), true)
    await isComplete(answer)
    assert.equal(await busy(page), false)
    // The last sentence is told when the answer is whole.
    await page.waitForFunction(() => /** @type {any} */ (globalThis).announced.length > 0)
    const announced = await page.evaluate(() => /** @type {any} */ (globalThis).announced)
    assert.ok(
      announced.length <= 10,
      `40 pieces were announced in ${announced.length}: ${JSON.stringify(announced)}`,
    )
    // What grows token by token is no live region itself.
    const loud = await answer.evaluate((element) =>
      Boolean(
        element.closest('[aria-live=polite], [aria-live=assertive], [role=log], [role=status]'),
      ),
    )
    assert.equal(loud, false)

    const tree = await answer.ariaSnapshot()
    assert.match(tree, /^- article "Chat"/)
    assert.match(tree, /button "Copy/)
    await page.waitForTimeout(500)
    assert.equal(await answer.ariaSnapshot(), tree)
    await isAccessible(page)
  })

  story('is had by keyboard alone, and one always sees where one is', async (house) => {
    const page = await house.open(await house.person())
    await atChat(page)
    await page.locator('body').focus()
    await page.evaluate(() => /** @type {any} */ (document.activeElement)?.blur())
    const stops = await tabThrough(page)
    assert.ok(stops.length > 5, JSON.stringify(stops))
    for (const { what, name, visible } of stops) {
      assert.ok(name, `${what} has no name`)
      assert.ok(visible, `the focus on "${name}" (${what}) cannot be seen`)
    }

    await page.getByRole('button', { name: /Choose an app/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Chatflow').last().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /Choose an app/ })
      .and(page.locator(':focus'))
      .waitFor()

    await composer(page).focus()
    await page.keyboard.type('What is a lease?')
    await page.keyboard.press('Enter')
    await isComplete(answerTo(page, 'What is a lease?'))
    await composer(page).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await composer(page).and(page.locator(':focus')).waitFor()
  })

  story('can be read at four times the size', async (house) => {
    // 1280 pixels at 400 % are 320 (WCAG 1.4.10).
    const page = await house.open(await house.person(), {
      more: { viewport: { width: 320, height: 256 } },
    })
    await askAndRead(page, 'What is a lease?')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 320, `the page is ${width} pixels wide`)
  })
})

/** Collects in the page what live regions say; runs there. */
function listen() {
  const heard = /** @type {any} */ (globalThis)
  heard.announced = []
  const loud = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]'
  new MutationObserver((changes) => {
    /** @type {Set<Element>} */
    const regions = new Set()
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const region = element?.closest(loud)
      if (region) regions.add(region)
    }
    for (const region of regions) {
      const said = region.textContent?.trim()
      if (said) heard.announced.push(said)
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
}

/** Whether the newest article of the browser's own accessibility tree is busy. @param {Page} page */
async function busy(page) {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const articles = nodes.filter((node) => node.role?.value === 'article')
  const property = articles.at(-1)?.properties?.find(({ name }) => name === 'busy')
  return Boolean(property?.value.value)
}

/** Presses Tab until the focus is back at the beginning. @param {Page} page */
async function tabThrough(page) {
  const stops = []
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(async () => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const first = !element.hasAttribute('data-visited')
      element.setAttribute('data-visited', '')
      /** @param {Element} one */
      const ring = (one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one)
        return `${outlineStyle !== 'none' && outlineWidth !== '0px' ? outlineWidth : ''} ${boxShadow} ${borderColor}`
      }
      // A field may show it by the frame around it.
      const places = [element]
      for (let up = 0; up < 4; up += 1) places.push(places.at(-1)?.parentElement ?? element)
      // Even without motion a transition takes a frame.
      const drawn = () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      await drawn()
      const focused = places.map(ring)
      const html = /** @type {HTMLElement} */ (element)
      html.blur()
      await drawn()
      const blurred = places.map(ring)
      html.focus()
      const label = element.getAttribute('aria-label') ?? element.textContent?.trim()
      return {
        first,
        what: element.tagName.toLowerCase(),
        name: label || /** @type {any} */ (element).labels?.[0]?.textContent?.trim() || '',
        visible: focused.some((value, index) => value !== blurred[index]),
      }
    })
    if (!stop) continue
    if (!stop.first) break
    stops.push(stop)
  }
  return stops
}
