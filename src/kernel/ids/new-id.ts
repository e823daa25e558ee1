import { v7 } from 'uuid'

declare const brand: unique symbol

/** A base type that only the function which checked or made the value can give out. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }

/** A primary key: a UUID of version 7 in lower case, marked with what it names. */
export type Id<Name extends string> = Brand<string, Name>

const last = { msecs: 0, seq: 0 }

/**
 * A UUID v7 (RFC 9562 §5.7) for the millisecond `nowMs`. Within one process each is greater than the one before, also when
 * the clock stands still or goes back: then the last millisecond stays and its counter rises.
 */
export function newId<Name extends string>(nowMs: number): Id<Name> {
  const msecs = Math.floor(nowMs)
  if (msecs > last.msecs) {
    last.msecs = msecs
    // Half of the counter's 32 bits stay free, so two thousand million ids fit in the worst millisecond.
    last.seq = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1
  } else {
    last.seq += 1
  }
  return v7({ msecs: last.msecs, seq: last.seq }) as Id<Name>
}
