import type { FindingGrade, Violation } from '../schema.ts'
import { supervisionLifecycles } from '../lifecycle.ts'

/** What a unit owes the supervision itself: an explanation, an answer. That it lets the time pass is a mere reminder, which is closed at once and asks for nothing: so no finding breeds findings. */
const owedToSupervision: ReadonlySet<string> = new Set(['finding', 'measure'])

/** The office's own work of supervision raises no findings, except where a complainant waits. */
const unwatched: ReadonlySet<string> = new Set(supervisionLifecycles.map(({ kind }) => kind).filter((kind) => kind !== 'serviceComplaint' && !owedToSupervision.has(kind)))

/** Whether the clock of a matter is left out of the register where the office itself let it pass: of what supervision asks for, only what units owe stands there. */
export function isOwnWork(kind: string, unitId: string, officeId: string): boolean {
  return owedToSupervision.has(kind) && unitId === officeId
}

const lateAfterMs = 7 * 86_400_000

/** Whether the register hears of something so long after it happened (the program stood still, or a city was lived without it) that nobody is asked about it any more. */
export function isHeardLate(foundAt: Date, now: Date): boolean {
  return now.getTime() - foundAt.getTime() > lateAfterMs
}

/** What a signal of a clock of any business is in the register: yellow a reminder, red an exceeded limit (S-01, S-03), where it is owed to the supervision itself only a reminder of it; a mere reminder of the clock is nothing. */
export function findingOfSignal(rung: string, kind: string): { readonly grade: FindingGrade; readonly violation: Violation } | undefined {
  if (unwatched.has(kind)) return undefined
  if (rung === 'yellow') return { grade: 'minor', violation: 'nearlyDue' }
  return rung === 'red' ? { grade: owedToSupervision.has(kind) ? 'minor' : 'obvious', violation: 'overdue' } : undefined
}
