// Pictures of every page and state, in both themes, both languages, on a screen and on a phone, and what axe says of each:
//   npm run gallery -- --base-url http://localhost:8080 [NAME…]
// They go into screenshots/.
import { mkdirSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { violations } from './accessible.mjs'
import { names } from './arguments.mjs'
import { launchBrowser } from './browser.mjs'
import { settle } from './content/settle.mjs'
import { House } from './house.mjs'

/** @typedef {import('./content/settle.mjs').City} City */
/**
 * @typedef {object} Scene one page in one state; the scenes of an area are the default export of gallery/AREA.mjs
 * @property {string} name begins with its area
 * @property {'visitor' | 'person' | 'administrator'} who
 * @property {string | ((city: City) => string)} path
 * @property {(scene: Stage) => Promise<unknown>} ready waits for what the picture is about, and does what leads to it
 */
/**
 * @typedef {object} Stage
 * @property {import('playwright-core').Page} page
 * @property {City} city
 * @property {boolean} phone
 * @property {(english: string, chinese: string) => string} say the text in the language of the picture
 */

const LOOKS = /** @type {const} */ ([
  { look: 'wide-light', phone: false, dark: false, locale: 'en-US' },
  { look: 'wide-dark', phone: false, dark: true, locale: 'zh-CN' },
  { look: 'phone-light', phone: true, dark: false, locale: 'zh-CN' },
  { look: 'phone-dark', phone: true, dark: true, locale: 'en-US' },
])
const pictures = fileURLToPath(new URL('../screenshots/', import.meta.url))

const areas = readdirSync(new URL('gallery/', import.meta.url)).filter((file) =>
  /\.mjs$/.test(file),
)
/** @type {Scene[]} */
const all = (
  await Promise.all(areas.sort().map(async (file) => (await import(`./gallery/${file}`)).default))
).flat()
const scenes = all.filter(
  ({ name }) => names.length === 0 || names.some((wanted) => name.startsWith(wanted)),
)

mkdirSync(pictures, { recursive: true })
const house = new House(await launchBrowser())
/** @type {Map<string, import('./accessible.mjs').Violation[]>} */
const found = new Map()
/** @type {string[]} */
const troubles = []
try {
  const city = await settle(house)
  for (const look of LOOKS) await walk(city, look)
} finally {
  await house.browser.close()
}
tell()

/** @param {City} city @param {(typeof LOOKS)[number]} look */
async function walk(city, { look, phone, dark, locale }) {
  const who = { visitor: null, person: city.ada, administrator: city.administrator }
  /** @param {string} english @param {string} chinese */
  const say = (english, chinese) => (locale === 'zh-CN' ? chinese : english)
  for (const role of /** @type {const} */ (['visitor', 'person', 'administrator'])) {
    const own = scenes.filter((scene) => scene.who === role)
    if (own.length === 0) continue
    const context = await house.context(who[role], { phone, dark, locale })
    for (const { name, path, ready } of own) {
      const page = await context.newPage()
      const before = house.complaints.length
      try {
        await page.goto(typeof path === 'string' ? path : path(city))
        await ready({ page, city, phone, say })
        // What fades or slides in is there, and pictures and diagrams are drawn.
        await page.waitForTimeout(300)
        found.set(`${name} ${look}`, await violations(page))
      } catch (error) {
        troubles.push(`${name} ${look}: ${error instanceof Error ? error.message : error}`)
      }
      await page.screenshot({ path: `${pictures}${name}-${look}.png` })
      for (const complaint of house.complaints.slice(before)) {
        troubles.push(`${name} ${look}: ${complaint}`)
      }
      await page.close()
    }
    await context.close()
  }
}

function tell() {
  const width = Math.max(...scenes.map(({ name }) => name.length))
  console.log(`\n${'scene'.padEnd(width)} ${LOOKS.map(({ look }) => look.padStart(12)).join('')}`)
  for (const { name } of scenes) {
    const cells = LOOKS.map(({ look }) => String(found.get(`${name} ${look}`)?.length ?? '!'))
    console.log(`${name.padEnd(width)} ${cells.map((cell) => cell.padStart(12)).join('')}`)
  }
  /** @type {Map<string, string[]>} */
  const kinds = new Map()
  for (const [where, list] of found) {
    for (const { id, help, places } of list) {
      const kind = `${id}: ${help}\n    ${places[0]?.split('\n')[0]}`
      kinds.set(kind, [...(kinds.get(kind) ?? []), where])
    }
  }
  for (const [kind, where] of kinds) console.log(`\n${kind}\n    at ${where.join(', ')}`)
  for (const trouble of troubles) console.log(`\n${trouble}`)
  console.log(
    `\n${scenes.length} scenes, ${kinds.size} kinds of violations, ${troubles.length} troubles`,
  )
  process.exitCode = kinds.size + troubles.length > 0 ? 1 : 0
}
