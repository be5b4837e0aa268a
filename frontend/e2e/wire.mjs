// The wire between the browser and the product, so that it can be cut or be slow.
import { connect, createServer } from 'node:net'
import { Transform } from 'node:stream'

/** @param {URL} target */
export async function startWire(target) {
  /** @type {Set<import('node:net').Socket>} */
  const ends = new Set()
  const server = createServer((near) => {
    const far = connect(Number(target.port || 80), target.hostname)
    let asked = ''
    near.on('data', (bytes) => (asked = bytes.toString('latin1')))
    near.pipe(far)
    const answers = new Transform({
      transform(bytes, _encoding, done) {
        const wait = asked.startsWith(wire.slow) ? wire.slowMs : 0
        setTimeout(() => done(null, bytes), wait)
      },
    })
    far.pipe(answers).pipe(near)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ]) {
      ends.add(end)
      // A broken end takes the other one with it; that is all there is to say about it.
      end.on('error', () => other.destroy())
      end.on('close', () => ends.delete(end))
    }
  })
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const wire = {
    url: `http://localhost:${address.port}`,
    wasCut: false,
    /** Requests that begin so are answered at once, but the answer takes its time. */
    slow: '',
    slowMs: 0,
    /** Breaks what is connected now; new connections are let through. */
    cut() {
      wire.wasCut = true
      for (const end of ends) end.resetAndDestroy()
    },
    close() {
      wire.cut()
      server.close()
    },
  }
  return wire
}
