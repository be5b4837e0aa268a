// The wire between the browser and the product, so that it can be cut.
import { connect, createServer } from 'node:net'

/** @param {URL} target */
export async function startWire(target) {
  /** @type {Set<import('node:net').Socket>} */
  const ends = new Set()
  const server = createServer((near) => {
    const far = connect(Number(target.port || 80), target.hostname)
    near.pipe(far).pipe(near)
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
