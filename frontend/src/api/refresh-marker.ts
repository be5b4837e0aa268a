/**
 * A refresh that another page has begun. The server takes the old cookie for stolen once it has given a new
 * one, and the page that asked may be gone before the new one has arrived: a reload does not stop the request
 * (`keepalive`), but nobody is left to tell its end. Whoever comes next waits for that.
 */
const KEY = 'rechat.refresh'
/** For longer nobody waits, because the page may have died with its request. A refresh takes a tenth of it. */
const LONGEST_MS = 3_000
const LOOK_MS = 25

/** Waits until no other page is refreshing, or until `enough` says that there is no more need to. */
export async function otherRefreshIsOver(enough: () => boolean): Promise<void> {
  while (!enough() && isYoung(readMarker())) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

// A page that goes away is told that its request has failed, although the request lives on.
let leaving = false
window.addEventListener('pagehide', () => (leaving = true))
window.addEventListener('pageshow', () => (leaving = false))

/** Does the work and lets other pages know of it meanwhile. */
export async function markedAsRefreshing<T>(work: () => Promise<T>): Promise<T> {
  const mine = `${String(Date.now())} ${String(Math.random())}`
  write(mine)
  try {
    return await work()
  } finally {
    if (!leaving && readMarker() === mine) write(null)
  }
}

function isYoung(marker: string | null): boolean {
  const age = Date.now() - Number(marker?.split(' ')[0] ?? NaN)
  return age >= 0 && age < LONGEST_MS
}

// A browser may refuse all storage; then pages do not know of each other.
function readMarker(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function write(marker: string | null): void {
  try {
    if (marker === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, marker)
  } catch {
    // As above.
  }
}
