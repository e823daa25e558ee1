import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Clock } from '#kernel/time/clock-source.ts'

export interface RateLimiter {
  /** Takes one call of what the key names. Refuses `contract.too-many-requests` with `retryAfterSeconds` when none is left. */
  take(key: string, perMinute: number): void
}

/** What is left of a minute of credit, in milliseconds, as of an instant. */
interface Bucket {
  readonly creditMs: number
  readonly atMs: number
}

const minuteMs = 60_000

/**
 * Counts calls in this process by token buckets: a minute's worth may come at once, then they come back evenly. The
 * `mostKeys` keys that called last are kept. With several processes each allows the full rate.
 */
export function createRateLimiter(clock: Clock, mostKeys = 100_000): RateLimiter {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, perMinute) {
      const atMs = clock.now().getTime()
      const costMs = minuteMs / perMinute
      const bucket = buckets.get(key) ?? { creditMs: minuteMs, atMs }
      const creditMs = Math.min(minuteMs, bucket.creditMs + Math.max(0, atMs - bucket.atMs))
      if (creditMs < costMs) throw new Refusal(contractRefusals.tooMany, { retryAfterSeconds: Math.ceil((costMs - creditMs) / 1000) })
      buckets.delete(key)
      buckets.set(key, { creditMs: creditMs - costMs, atMs })
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value ?? '')
    },
  }
}
