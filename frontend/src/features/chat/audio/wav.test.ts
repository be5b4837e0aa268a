import { describe, expect, it } from 'vitest'
import { downsample, encodeWav, joined } from './wav'

const viewOf = async (blob: Blob) => {
  const bytes = await new Response(blob).arrayBuffer()
  return { view: new DataView(bytes), text: new TextDecoder('latin1').decode(bytes) }
}

describe('a recording', () => {
  it('becomes a WAV file of one channel and 16 bits', async () => {
    const blob = encodeWav(new Float32Array([0, 1, -1, 0.5]), 16_000)
    const { view, text } = await viewOf(blob)

    expect(blob.type).toBe('audio/wav')
    expect(text.slice(0, 4) + text.slice(8, 16) + text.slice(36, 40)).toBe('RIFFWAVEfmt data')
    expect(view.getUint32(4, true)).toBe(44 - 8 + 8)
    expect([view.getUint16(20, true), view.getUint16(22, true)]).toEqual([1, 1])
    expect([view.getUint32(24, true), view.getUint32(28, true)]).toEqual([16_000, 32_000])
    expect(view.getUint32(40, true)).toBe(8)
    expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([0, 32767, -32767, 16384])
  })

  it('that is too loud is cut off, not turned round', async () => {
    const { view } = await viewOf(encodeWav(new Float32Array([1.5, -2]), 16_000))

    expect([view.getInt16(44, true), view.getInt16(46, true)]).toEqual([32767, -32767])
  })

  it('keeps its length in time with fewer samples', () => {
    const second = new Float32Array(48_000).fill(0.25)

    const fewer = downsample(second, 48_000, 16_000)

    expect(fewer).toHaveLength(16_000)
    expect(fewer.every((sample) => sample === 0.25)).toBe(true)
    expect(downsample(second, 16_000, 16_000)).toBe(second)
  })

  it('is put together from its pieces in their order', () => {
    expect([...joined([new Float32Array([1, 2]), new Float32Array([3])])]).toEqual([1, 2, 3])
  })
})
