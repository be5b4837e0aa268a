export interface FrameBatch {
  add(text: string): void
  /** Hands over what has gathered, now. */
  flush(): void
}

/** A rendering that takes longer costs the reader frames; then there is a rest for all else the page has to do. */
const CHEAP_MS = 25
const REST = 2
const MAX_REST_MS = 1000

/**
 * Gathers text and hands it over at most once per frame, so that a fast answer costs one rendering per
 * frame and not one per token; less often where a rendering takes long, so that the page stays responsive.
 * Frames rest in a hidden tab; the text waits, since nobody sees it.
 */
export function frameBatch(
  deliver: (text: string) => void,
  nextFrame: (callback: () => void) => unknown = requestAnimationFrame,
  clock: () => number = () => performance.now(),
): FrameBatch {
  let gathered = ''
  let scheduled = false
  /** When text was handed over that no frame has shown yet. */
  let handedOver: number | null = null
  let restUntil = 0

  function flush(): void {
    const text = gathered
    gathered = ''
    if (text) deliver(text)
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    nextFrame(() => {
      scheduled = false
      onFrame(clock())
    })
  }

  function onFrame(now: number): void {
    if (handedOver !== null) {
      const cost = now - handedOver
      handedOver = null
      if (cost > CHEAP_MS) restUntil = now + Math.min(cost * REST, MAX_REST_MS)
    }
    if (!gathered) return
    if (now >= restUntil) {
      handedOver = now
      flush()
    }
    schedule()
  }

  return {
    flush,
    add(text) {
      gathered += text
      schedule()
    },
  }
}
