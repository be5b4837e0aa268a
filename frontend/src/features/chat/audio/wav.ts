/** Speech has nothing above; Dify's models work with it, and it is a third of what a microphone gives. */
export const SPEECH_RATE = 16_000
const HEADER_BYTES = 44
const FULL_SCALE = 0x7fff

/** One channel of samples between -1 and 1 as a WAV file of 16 bits. */
export function encodeWav(samples: Float32Array, rate: number): Blob {
  const bytes = samples.length * 2
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + bytes))
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i += 1) view.setUint8(at + i, word.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + bytes, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, bytes, true)
  samples.forEach((sample, index) => {
    const limited = Math.max(-1, Math.min(1, sample))
    view.setInt16(HEADER_BYTES + index * 2, Math.round(limited * FULL_SCALE), true)
  })
  return new Blob([view.buffer], { type: 'audio/wav' })
}

/** Fewer samples a second: each is the mean of those it stands for, so that nothing high folds down into speech. */
export function downsample(samples: Float32Array, from: number, to: number): Float32Array {
  if (to >= from) return samples
  const ratio = from / to
  const result = new Float32Array(Math.floor(samples.length / ratio))
  for (let index = 0; index < result.length; index += 1) {
    const start = Math.floor(index * ratio)
    const end = Math.min(samples.length, Math.floor((index + 1) * ratio))
    let sum = 0
    for (let at = start; at < end; at += 1) sum += samples[at] ?? 0
    result[index] = sum / Math.max(1, end - start)
  }
  return result
}

/** One after the other. */
export function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
