import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Clock } from '#kernel/time/clock-source.ts'

/** How far the clocks of two machines may be apart before nobody can say which day it is. */
export const mostSkewMs = 60_000
const askAgainMs = 5_000
/** A clock that was set by hand moves by more than this against the one that cannot be set. */
const jumpMs = 1_000

export interface ClockGuard {
  /** By how much this machine's clock is ahead of the database's, as last seen; negative if it is behind. */
  readonly skewMs: number
  /** Refuses `contract.clock-wrong` while the two are too far apart: what the law does on a wrong day cannot be taken back. */
  readonly mustBeRight: () => Promise<void>
}

export interface ClockGuardOptions {
  readonly clock: Clock
  readonly databaseNow: () => Promise<Date>
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic: () => number
}

/** Compares two clocks at most every five seconds, and at once when this one jumped. While the database is away what was last seen stands. */
export function createClockGuard({ clock, databaseNow, monotonic }: ClockGuardOptions): ClockGuard {
  let skewMs = 0
  let askedAt = Number.NEGATIVE_INFINITY
  let shownThen = 0
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    try {
      const before = monotonic()
      const there = (await databaseNow()).getTime()
      skewMs = clock.now().getTime() - there - (monotonic() - before) / 2
    } catch {
      // Whoever needs the database will be told that it is away.
    } finally {
      askedAt = monotonic()
      shownThen = clock.now().getTime()
      asking = undefined
    }
  }

  return {
    get skewMs() {
      return skewMs
    },
    async mustBeRight() {
      const passed = monotonic() - askedAt
      const jumped = Math.abs(clock.now().getTime() - shownThen - passed) > jumpMs
      if (passed > askAgainMs || jumped) await (asking ??= ask())
      if (Math.abs(skewMs) > mostSkewMs) throw new Refusal(contractRefusals.clockWrong, { skewSeconds: Math.round(skewMs / 1000) })
    },
  }
}
