import { describe, expect, it } from 'vitest'
import { frameBatch } from './frame-batch'

function setUp() {
  const delivered: string[] = []
  const frames: (() => void)[] = []
  const batch = frameBatch(
    (text) => delivered.push(text),
    (callback) => frames.push(callback),
  )
  return { batch, delivered, frames, paint: () => frames.splice(0).forEach((frame) => frame()) }
}

describe('frameBatch', () => {
  it('hands over once per frame what came in between', () => {
    const { batch, delivered, frames, paint } = setUp()

    batch.add('a')
    batch.add('b')
    expect(frames).toHaveLength(1)
    paint()
    batch.add('c')
    paint()

    expect(delivered).toEqual(['ab', 'c'])
  })

  it('hands over at once on flush, and nothing twice', () => {
    const { batch, delivered, paint } = setUp()

    batch.add('a')
    batch.flush()
    paint()

    expect(delivered).toEqual(['a'])
  })

  it('leaves time for all else where a rendering takes long', () => {
    const delivered: string[] = []
    const frames: (() => void)[] = []
    let now = 0
    const batch = frameBatch(
      (text) => delivered.push(text),
      (callback) => frames.push(callback),
      () => now,
    )
    const paint = () => {
      frames.splice(0).forEach((frame) => {
        frame()
      })
    }

    batch.add('a')
    paint()
    now = 100
    batch.add('b')
    paint()
    expect(delivered).toEqual(['a'])
    now = 301
    paint()
    expect(delivered).toEqual(['a', 'b'])
  })
})
