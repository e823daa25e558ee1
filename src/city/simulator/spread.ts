const golden = 0.618_033_988_749_894_9

/**
 * The n-th of `total` numbers from 0 to below 1 that lie evenly however many of them are taken, and exactly evenly when all are: so that
 * stated shares come out as they were stated, without a draw from a list.
 */
export function spread(n: number, total: number): number {
  return (((n % total) * stepOf(total)) % total) / total
}

/** The n-th of numbers from 0 to below 1 that lie evenly, though nobody knows how many there will be. */
export function evenly(n: number): number {
  return (n * golden) % 1
}

/** The kind of the n-th of all things whose numbers by kind are stated. */
export function stated<K extends string>(counts: Readonly<Record<K, number>>, n: number, total: number): K {
  const entries = Object.entries<number>(counts) as [K, number][]
  const sum = entries.reduce((before, [, count]) => before + count, 0)
  let left = Math.round(spread(n, total) * total) * sum
  for (const [kind, count] of entries) {
    left -= count * total
    if (left < 0) return kind
  }
  throw new RangeError('no kind is stated')
}

/** The whole number nearest to the golden part of `total` that shares no divisor with it. */
function stepOf(total: number): number {
  const middle = Math.round(total * golden)
  for (let away = 0; ; away += 1) {
    for (const step of [middle + away, middle - away]) if (step > 0 && divisor(step, total) === 1) return step
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
