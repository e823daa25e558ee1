import type { FindingGrade, Violation } from '../schema.ts'
import { supervisionLifecycles } from '../lifecycle.ts'

/** The office's own supervision raises no findings about itself, except where a complainant waits: so no finding breeds findings. */
const unwatched: ReadonlySet<string> = new Set(supervisionLifecycles.map(({ kind }) => kind).filter((kind) => kind !== 'serviceComplaint'))

const lateAfterMs = 7 * 86_400_000

/** Whether the register hears of something so long after it happened (the program stood still, or a city was lived without it) that nobody is asked about it any more. */
export function isHeardLate(foundAt: Date, now: Date): boolean {
  return now.getTime() - foundAt.getTime() > lateAfterMs
}

/** What a signal of a clock of any business is in the register: yellow a reminder, red an exceeded limit (S-01, S-03); a mere reminder of the clock is nothing. */
export function findingOfSignal(rung: string, kind: string): { readonly grade: FindingGrade; readonly violation: Violation } | undefined {
  if (unwatched.has(kind)) return undefined
  if (rung === 'yellow') return { grade: 'minor', violation: 'nearlyDue' }
  return rung === 'red' ? { grade: 'obvious', violation: 'overdue' } : undefined
}
