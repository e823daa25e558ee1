import { AsyncLocalStorage } from 'node:async_hooks'
import { createCipheriv, createHash, randomBytes, randomFillSync, randomInt } from 'node:crypto'

/** Where ids, draw seeds, codes, keys and initialisation vectors come from. */
export interface Randomness {
  bytes(length: number): Buffer
  /** A whole number from 0 to below the bound, each equally likely. */
  below(bound: number): number
}

/** Asking the system takes longer than using what it gave: a command needs ids, codes and vectors dozens of times, a few bytes each. */
const stockLength = 4_096
const stock = Buffer.alloc(stockLength)
let used = stockLength

/** A few bytes of the stock, each given out once and wiped where it lay; whole keys come from the system itself. */
function fewBytes(length: number): Buffer {
  if (length > 16) return randomBytes(length)
  if (used + length > stockLength) {
    randomFillSync(stock)
    used = 0
  }
  const given = Buffer.from(stock.subarray(used, used + length))
  stock.fill(0, used, used + length)
  used += length
  return given
}

/** The system's random source: that of every real office. */
export const systemRandomness: Randomness = { bytes: fewBytes, below: (bound) => randomInt(bound) }

const ambient = new AsyncLocalStorage<Randomness>()

/**
 * The random source of the call that is running: the system's, unless a simulated city gave this call one of its own. It goes
 * with the call and not through parameters, so that no module can forget it and make a simulation differ from its repetition.
 * The nonces of SM2 signatures never come from here: a nonce that can be foretold gives the private key away.
 */
export function randomness(): Randomness {
  return ambient.getStore() ?? systemRandomness
}

/** Runs with a random source for everything that happens within. */
export function withRandomness<T>(source: Randomness, run: () => T): T {
  return ambient.run(source, run)
}

/** The same bytes for the same seed: the key stream of AES-256-CTR under SHA-256 of the seed. For simulated cities only. */
export function seededRandomness(seed: string): Randomness {
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(`yimen/simulation/1\0${seed}`).digest(), Buffer.alloc(16))
  const bytes = (length: number): Buffer => stream.update(Buffer.alloc(length))
  return {
    bytes,
    below(bound) {
      if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError(`not a bound: ${bound}`)
      const limit = Math.floor(2 ** 32 / bound) * bound
      for (;;) {
        const drawn = bytes(4).readUInt32BE()
        if (drawn < limit) return drawn % bound
      }
    },
  }
}
