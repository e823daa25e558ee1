import type { Day } from '#kernel/time/day.ts'

/** One act of one inhabitant or officer, performed through a public operation at its simulated instant. */
export interface CityAct {
  readonly at: Date
  /** Acts that share a key happen in the order of their instants: a matter, a counter that both take numbers from. */
  readonly keys: readonly string[]
  /** What begins with this act, as it is counted: `cases`, `orders`. */
  readonly begins?: string
  /**
   * Runs once; on a resumed city only acts of days that were not lived to their end run. A stop in the middle of a day lets all acts of
   * that day run again, so each call has a key of its own (`actOptions`), and one whose answer later days need a lasting key
   * (`lastingOptions`): it then gives back its earlier answer. Throws for anything that the plan did not foresee.
   */
  perform(): Promise<void>
}

/** A business that lives in the city: what begins on a day, with all that follows from it, decided from the seed alone. */
export interface Business {
  /** The acts that begin on `day` and all that they lead to, also on later days. Asked once for each day, in order. */
  arrivals(day: Day): Iterable<CityAct>
}
