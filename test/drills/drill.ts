/** What a drill found. `faults` are the ways in which it did not hold, each a sentence; none means that it held. */
export interface Finding {
  readonly counts: Readonly<Record<string, number | string>>
  readonly faults: readonly string[]
  /** The same drill on something broken on purpose: what was broken, and what the drill said of it. It proves the drill only if it noticed. */
  readonly control: { readonly broken: string; readonly noticed: readonly string[] }
}

export interface Drill {
  /** R-number of the goals, or a name. */
  readonly id: string
  /** What must hold, as one sentence. */
  readonly says: string
  /** How much of everything: of a quick run, and unless told otherwise. */
  readonly size: { readonly quick: number; readonly usual: number }
  /** Why it cannot be run on this machine, if it cannot. */
  readonly missing?: () => string | undefined
  readonly run: (size: number) => Promise<Finding>
}

/** A drill proves something if it held and its control was noticed. */
export function proves({ faults, control }: Finding): boolean {
  return faults.length === 0 && control.noticed.length > 0
}

/** Calls `work` for 0 … count − 1, `atOnce` at a time. */
export async function inParallel(count: number, atOnce: number, work: (place: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(atOnce, count) }, async () => {
      while (next < count) await work(next++)
    }),
  )
}

/** A fault as a sentence, unless there is none: `count` things happened that ought not to. */
export function none(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0
}
