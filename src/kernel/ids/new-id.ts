import { v7 } from 'uuid'
import { type Randomness, randomness } from '#kernel/crypto/randomness.ts'

declare const brand: unique symbol

/** A base type that only the function which checked or made the value can give out. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }

/** A primary key: a UUID of version 7 in lower case, marked with what it names. */
export type Id<Name extends string> = Brand<string, Name>

/** The newest id of each random source: one for the process, one for each call of a simulated city. */
const newest = new WeakMap<Randomness, { msecs: number; seq: number }>()

/**
 * A UUID v7 (RFC 9562 §5.7) for the millisecond `nowMs`. Within one process each is greater than the one before, also when
 * the clock stands still or goes back: then the last millisecond stays and its counter rises.
 */
export function newId<Name extends string>(nowMs: number): Id<Name> {
  const msecs = Math.floor(nowMs)
  const source = randomness()
  const last = newest.get(source) ?? { msecs: 0, seq: 0 }
  newest.set(source, last)
  if (msecs > last.msecs) {
    last.msecs = msecs
    // Half of the counter's 32 bits stay free, so two thousand million ids fit in the worst millisecond.
    last.seq = source.bytes(4).readUInt32BE() >>> 1
  } else {
    last.seq += 1
  }
  return v7({ msecs: last.msecs, seq: last.seq, random: source.bytes(16) }) as Id<Name>
}
