/** Where an operation gets the time from. Everything else in legal time is handed its instants. */
export interface Clock {
  now(): Date
}

/** A clock that tests and the simulator move by hand. */
export interface SettableClock extends Clock {
  set(at: Date): void
  /** Moves the clock by milliseconds; a negative number moves it back. */
  advance(milliseconds: number): void
}

/** The machine's clock: the only reader of the real time in the whole program. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that always shows the same instant. */
export function fixedClock(at: Date): Clock {
  const shown = at.getTime()
  return { now: () => new Date(shown) }
}

/** A clock that shows `at` until it is set or advanced. */
export function settableClock(at: Date): SettableClock {
  let shown = at.getTime()
  return {
    now: () => new Date(shown),
    set: (next) => {
      shown = next.getTime()
    },
    advance: (milliseconds) => {
      shown += milliseconds
    },
  }
}
