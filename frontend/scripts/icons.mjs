// Draws the PNG icons that some systems ask for, from public/favicon.svg: node scripts/icons.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { launchBrowser } from '../e2e/browser.mjs'

const PUBLIC = new URL('../public/', import.meta.url)
const mark = await readFile(new URL('favicon.svg', PUBLIC), 'utf8')
/** Systems cut corners of their own: the ground goes to the edge, the sign stays within. */
const square = mark.replace(/ rx="\d+"/, '')

/** @type {[name: string, size: number, svg: string, inset: number][]} */
const icons = [
  ['icon-192.png', 192, mark, 0],
  ['icon-512.png', 512, mark, 0],
  ['maskable-512.png', 512, square, 0.1],
  ['apple-touch.png', 180, square, 0.06],
]

const browser = await launchBrowser()
const page = await browser.newPage()
for (const [name, size, svg, inset] of icons) {
  const drawn = Math.round(size * (1 - 2 * inset))
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>
    body { margin: 0; background: ${inset ? '#4f46e5' : 'transparent'}; }
    svg { display: block; width: ${drawn}px; margin: ${(size - drawn) / 2}px; }
  </style>${svg}`)
  await writeFile(new URL(`icons/${name}`, PUBLIC), await page.screenshot({ omitBackground: true }))
}
await browser.close()
