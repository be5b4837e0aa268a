// What an authenticator app does (RFC 6238: SHA-1, six digits, thirty seconds).
import { createHmac } from 'node:crypto'

const STEP_MS = 30_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Each code is of a later step than the one before, because a server takes none twice. @param {string} secret */
export function authenticator(secret) {
  const key = base32(secret)
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.floor(Date.now() / STEP_MS))
    return code(key, last)
  }
}

/** @param {Buffer} key @param {number} step */
function code(key, step) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** @param {string} text */
function base32(text) {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}
