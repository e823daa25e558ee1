import { performance } from 'node:perf_hooks'
import type { MiddlewareHandler } from 'hono'

export interface Shedding {
  /** Who waits for a connection to the database: the one queue in which everybody stands. Whoever sends slowly or uploads for minutes stands in none. */
  readonly waiting: () => number
  readonly mostWaiting: number
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic?: () => number
}

/** A crowd that comes at once, as at nine in the morning, is served if it is gone within this time. */
const crowdMs = 500
/** A crowd of more than so many times the most would not be gone by then: the rest of it is turned away at once. */
const crowdTimes = 16
/** For so long the queue must be half of the most before another crowd is let in. */
const calmMs = 2_000

/**
 * Tells whether the next request is to be turned away. Overload is a queue that stays too long, not one that is long for a
 * moment; once there is overload, it is turned away at once whoever would make the queue longer than `mostWaiting`.
 */
export function overloadOf({ waiting, mostWaiting, monotonic = () => performance.now() }: Shedding): () => boolean {
  let overloaded = false
  /** Since when the queue says the opposite of `overloaded`. */
  let since: number | undefined
  return () => {
    const [length, now] = [waiting(), monotonic()]
    const turning = overloaded ? length <= mostWaiting / 2 : length >= mostWaiting
    since = turning ? (since ?? now) : undefined
    if (since !== undefined && now - since >= (overloaded ? calmMs : crowdMs)) {
      overloaded = !overloaded
      since = undefined
    }
    return length >= mostWaiting * (overloaded ? 1 : crowdTimes)
  }
}

/** Lets nothing be written while `mustBeRight` refuses; reading goes on. */
export function whileClockIsRight(mustBeRight: () => Promise<void>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await mustBeRight()
    await next()
  }
}
