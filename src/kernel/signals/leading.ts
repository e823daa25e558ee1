import type { Timer } from '#kernel/time/timer.ts'

/** Which clock of a matter speaks for it: what was promised goes before what the law allows, and both before what the office set itself. */
const ranks = ['promised', 'legal', 'internal'] as const

/** Another clock of the same matter that has not ended. */
export interface OtherClock {
  readonly purpose: string
  /** Whose time it began with. */
  readonly partyKind: string
}

/** Whether the office is warned of a clock at all. The applicant's own time, to correct or to pay, runs out at nobody's fault. */
export function isWatched({ segments: [first] }: Pick<Timer, 'segments'>): boolean {
  return first?.party.kind === 'unit'
}

/**
 * Whether a clock raises the signals of its matter now (S-02). A promise and the law's limit of one decision run side by side, and the steps
 * within them have limits too: they are one time that is owed, and it is signalled once, by the clock of the highest rank that runs or stands
 * still. Where nothing was promised, as with an answer about information, the law's own clock speaks; after a reply, the office's for the call back.
 */
export function leads({ purpose }: Pick<Timer, 'purpose'>, others: readonly OtherClock[]): boolean {
  const rank = rankOf(purpose)
  return rank >= 0 && !others.some((other) => other.partyKind === 'unit' && rankOf(other.purpose) >= 0 && rankOf(other.purpose) < rank)
}

function rankOf(purpose: string): number {
  return ranks.findIndex((known) => known === purpose)
}

/** Whose time it was at an instant: the last unit that had the clock until then, also while somebody else had to act. Undefined if the clock names none (S-03). */
export function unitAt({ segments }: Pick<Timer, 'segments'>, at: Date): string | undefined {
  return segments.findLast(({ party, startedAt }) => party.kind === 'unit' && party.id !== undefined && startedAt <= at)?.party.id
}
