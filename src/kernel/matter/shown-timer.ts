import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { dueOf, endOf, explain, explainInWords, isOverdue, Party, type Segment, type Timer, usedOf } from '#kernel/time/timer.ts'

const ShownSegment = z.object({
  kind: z.enum(['running', 'waiting', 'stopped']),
  cause: z.string(),
  party: Party,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  documentId: z.string().nullable(),
  legalReference: z.string().nullable(),
})

const ShownDay = z.object({
  day: z.string(),
  counted: z.boolean(),
  number: z.number().nullable(),
  why: z.string(),
  party: Party,
  provisional: z.boolean(),
  /** The whole line in Chinese. */
  /** The holiday, exchange or closure, and the document that rests on, for who says it in other words than `words`. */
  name: z.string().nullable(),
  source: z.string().nullable(),
  cause: z.string(),
  words: z.string(),
})

/** A timer as the API shows it: what it was told, what follows from it at an instant, and why. */
export const ShownTimer = z.object({
  id: z.string(),
  purpose: z.enum(['legal', 'promised', 'internal', 'signal']),
  name: z.string(),
  budget: TimeLimit,
  legalReference: z.string().nullable(),
  anchorAt: z.string(),
  /** Null while a stop leaves no fixed date. */
  dueAt: z.string().nullable(),
  dueDay: z.string().nullable(),
  /** Counted with a year whose arrangement is not yet published. */
  provisional: z.boolean(),
  overdue: z.boolean(),
  /** In `unit`: used of budget, as of the instant of the answer or of the end. */
  usage: z.object({ unit: z.string(), budget: z.number(), used: z.number(), remaining: z.number() }),
  end: z.object({ kind: z.enum(['satisfied', 'voided', 'superseded']), at: z.string(), reason: z.string().nullable() }).nullable(),
  extensions: z.array(z.object({ by: TimeLimit, grantedAt: z.string(), rank: z.string(), reason: z.string() })),
  segments: z.array(ShownSegment),
  explanation: z.array(ShownDay),
})

/** Shows a timer as of `at`: due date, usage and one line for every calendar day from anchor to due. */
export function shownTimer(timer: Timer, calendar: WorkingCalendar, at: Date): z.input<typeof ShownTimer> {
  const due = dueOf(timer, calendar)
  const { unit, budget, used, remaining } = usedOf(timer, calendar, at)
  const days = explain(timer, calendar, at)
  const words = explainInWords(days, unit)
  return {
    id: timer.id,
    purpose: timer.purpose,
    name: timer.name,
    budget: timer.budget,
    legalReference: timer.legalReference ?? null,
    anchorAt: instantText(timer.anchorAt),
    dueAt: due.stopped ? null : instantText(due.dueAt),
    dueDay: due.dueDay ?? null,
    provisional: due.provisional,
    overdue: isOverdue(timer, calendar, at),
    usage: { unit, budget, used, remaining },
    end: endShown(timer),
    extensions: timer.extensions.map(({ by, grantedAt, approver, reason }) => ({ by, grantedAt: instantText(grantedAt), rank: approver.rank, reason })),
    segments: timer.segments.map(segmentShown),
    explanation: days.map(({ day, counted, number, why, party, provisional, name, source, cause }, index) => ({ day, counted, number: number ?? null, why, party, provisional, name: name ?? null, source: source ?? null, cause, words: words[index] ?? '' })),
  }
}

function endShown(timer: Timer): z.input<typeof ShownTimer>['end'] {
  const at = endOf(timer)
  if (at === undefined) return null
  const kind = timer.satisfiedAt !== undefined ? 'satisfied' : timer.voidedAt !== undefined ? 'voided' : 'superseded'
  return { kind, at: instantText(at), reason: timer.endReason ?? null }
}

function segmentShown({ kind, cause, party, startedAt, endedAt, documentId, legalReference }: Segment): z.input<typeof ShownSegment> {
  return { kind, cause, party, startedAt: instantText(startedAt), endedAt: endedAt === undefined ? null : instantText(endedAt), documentId: documentId ?? null, legalReference: legalReference ?? null }
}
