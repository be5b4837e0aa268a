export interface FrameBatch {
  add(text: string): void
  /** Hands over what has gathered, now. */
  flush(): void
}

/**
 * Gathers text and hands it over at most once per frame, so that a fast answer costs one rendering per
 * frame and not one per token. Frames rest in a hidden tab; the text waits, since nobody sees it.
 */
export function frameBatch(
  deliver: (text: string) => void,
  nextFrame: (callback: () => void) => unknown = requestAnimationFrame,
): FrameBatch {
  let gathered = ''
  let scheduled = false

  function flush(): void {
    const text = gathered
    gathered = ''
    if (text) deliver(text)
  }

  return {
    flush,
    add(text) {
      gathered += text
      if (scheduled) return
      scheduled = true
      nextFrame(() => {
        scheduled = false
        flush()
      })
    },
  }
}
