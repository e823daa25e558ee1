import { createSecretKey } from 'node:crypto'
import { hmacSm3 } from '#kernel/crypto/sm3.ts'

/** All items in an order that the key alone decides, every order equally likely over random keys (Fisher–Yates over an HMAC-SM3 stream). */
export function randomOrder<Item>(key: Uint8Array, items: readonly Item[]): Item[] {
  const words = wordStream(key)
  const order = [...items]
  for (let place = 0; place < order.length - 1; place += 1) {
    const chosen = place + below(order.length - place, words)
    ;[order[place], order[chosen]] = [order[chosen] as Item, order[place] as Item]
  }
  return order
}

// Words at or above the largest multiple of the bound would favour the small remainders.
function below(bound: number, words: Iterator<number, never>): number {
  const limit = 2 ** 32 - (2 ** 32 % bound)
  for (;;) {
    const word = words.next().value
    if (word < limit) return word % bound
  }
}

function* wordStream(key: Uint8Array): Generator<number, never> {
  const secret = createSecretKey(key)
  for (let counter = 0n; ; counter += 1n) {
    const input = Buffer.alloc(8)
    input.writeBigUInt64BE(counter)
    const block = hmacSm3(secret, input)
    for (let offset = 0; offset < block.length; offset += 4) yield block.readUInt32BE(offset)
  }
}
