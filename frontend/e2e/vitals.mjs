// What a visit to a page costs, told by the browser itself.

/** @typedef {import('playwright-core').Page} Page */

/** A phone in a train: what Lighthouse calls fast 4G, and a processor four times slower than this one. */
const SLOW = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, cpu: 4 }
const FREE = { latency: 0, downloadThroughput: -1, uploadThroughput: -1, cpu: 1 }

/** Runs in the page before its own scripts. */
export function watch() {
  const vitals = { lcp: 0, cls: 0, long: /** @type {[number, number][]} */ ([]) }
  Object.assign(globalThis, { vitals })
  // Each type has entries of its own, and TypeScript's library knows neither shifts nor long tasks: hence `any`.
  /** @param {string} type @param {(entry: any) => void} take */
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  observe('largest-contentful-paint', ({ startTime }) => (vitals.lcp = startTime))
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) vitals.cls += value
  })
  observe('longtask', ({ startTime, duration }) => vitals.long.push([startTime, duration]))
}

/**
 * Makes connection and processor of the page `slow`, or not, until the session is detached.
 * @param {Page} page @param {boolean} slow
 */
export async function pace(page, slow) {
  const { cpu, ...network } = slow ? SLOW : FREE
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network })
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  return session
}

/**
 * Visits `path` as a reader would whose connection and processor are `slow`, or not.
 * @param {Page} page @param {string} path @param {boolean} slow @param {() => Promise<unknown>} ready
 */
export async function visit(page, path, slow, ready) {
  const session = await pace(page, slow)
  const traffic = { requests: 0, js: 0, css: 0, jsDecoded: 0, cssDecoded: 0, strangers: 0 }
  /** @type {Map<string, 'js' | 'css' | null>} */
  const kinds = new Map()
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('http')) return
    traffic.requests += 1
    if (
      new URL(request.url).origin !== new URL(page.url()).origin &&
      page.url() !== 'about:blank'
    ) {
      traffic.strangers += 1
    }
    kinds.set(requestId, type === 'Script' ? 'js' : type === 'Stylesheet' ? 'css' : null)
  })
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) traffic[`${kind}Decoded`] += dataLength
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) traffic[kind] += encodedDataLength
  })
  await page.goto(path)
  await ready()
  const usable = await page.evaluate(() => performance.now())
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1_000)
  const vitals = await page.evaluate(() => {
    const { lcp, cls, long } = /** @type {any} */ (globalThis).vitals
    /** @param {string} name */
    const paint = (name) => performance.getEntriesByName(name)[0]?.startTime ?? 0
    const fcp = paint('first-contentful-paint')
    const blocked = long.map((/** @type {[number, number]} */ [start, duration]) =>
      start + duration < fcp ? 0 : Math.max(0, duration - 50),
    )
    return {
      firstPaint: paint('first-paint'),
      fcp,
      lcp,
      cls,
      tbt: blocked.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one, 0),
    }
  })
  await session.detach()
  return { ...vitals, usable, ...traffic }
}

/**
 * How smooth the page is while something happens: frames that came late, and tasks that held everything up.
 * @template T @param {Page} page @param {() => Promise<T>} work
 */
export async function smoothness(page, work) {
  await page.evaluate(() => {
    const frames = { gaps: /** @type {number[]} */ ([]), last: performance.now(), on: true }
    const vitals = /** @type {any} */ (globalThis).vitals
    vitals.long.length = 0
    Object.assign(globalThis, { frames })
    const count = () => {
      const now = performance.now()
      frames.gaps.push(now - frames.last)
      frames.last = now
      if (frames.on) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  const began = Date.now()
  await work()
  const milliseconds = Date.now() - began
  return page.evaluate((milliseconds) => {
    const { frames, vitals } = /** @type {any} */ (globalThis)
    frames.on = false
    const gaps = /** @type {number[]} */ (frames.gaps).slice(1)
    const long = /** @type {[number, number][]} */ (vitals.long).map(([, duration]) => duration)
    return {
      milliseconds,
      frames: gaps.length,
      late: gaps.filter((gap) => gap > 34).length,
      worst: Math.max(0, ...gaps),
      longTasks: long.length,
      longest: Math.max(0, ...long),
    }
  }, milliseconds)
}
