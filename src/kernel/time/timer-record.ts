import { z } from 'zod'
import { TimeLimit } from './limits.ts'

/** Legal (法定), promised (承诺) and internal (内部) clocks of one matter run side by side; a signal clock only warns. */
export const timerPurposes = ['legal', 'promised', 'internal', 'signal'] as const

/** Whose time it is. `payment` is time that waits for money, `publicity` time that the law gives to the public. */
export const partyKinds = ['applicant', 'unit', 'intermediary', 'expertPanel', 'publicity', 'payment'] as const

/** The eight special procedures (特别程序) whose time is not counted, told to the applicant in writing: 行政许可法 art. 45 (C-08). */
export const specialProcedures = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expertReview'] as const

/** Why a segment is as it is: ordinary handling, a special procedure, or another pause. */
export const segmentCauses = ['handling', ...specialProcedures, 'supplement', 'publicity', 'payment', 'agencyReport', 'thirdPartyOpinion'] as const
export type SegmentCause = (typeof segmentCauses)[number]

/** Whose time: a kind of party, and which one where it is known. */
export const Party = z.strictObject({ kind: z.enum(partyKinds), id: z.string().exactOptional() }).readonly()
export type Party = z.infer<typeof Party>

/** RFC 3339 text in JSON, which is what comes most often and is tried first; a date in memory. */
const Instant = z.union([z.iso.datetime({ offset: true }).transform((text) => new Date(text)), z.date()])

/**
 * A stretch of a timer's time. `running`: counted, the unit works. `waiting`: counted, though somebody else has to act (any
 * pause that the law does not exclude, C-08). `stopped`: not counted. It may have its own limit, the legal document that
 * justifies it, and the rule that excludes its time where it is not one of the special procedures.
 */
export const Segment = z
  .strictObject({
    kind: z.enum(['running', 'waiting', 'stopped']),
    cause: z.enum(segmentCauses),
    party: Party,
    startedAt: Instant,
    endedAt: Instant.exactOptional(),
    limit: TimeLimit.exactOptional(),
    documentId: z.string().exactOptional(),
    legalReference: z.string().exactOptional(),
  })
  .readonly()
export type Segment = z.infer<typeof Segment>

/**
 * By how much and by which ranks a timer may be extended, once: 行政许可法 art. 42 says ten days, by the head of the agency
 * (C-04, C-05). Which ranks exist is the organisation's business.
 */
export const ExtensionRule = z
  .strictObject({ longest: TimeLimit, approverRanks: z.array(z.string()).readonly(), legalReference: z.string().exactOptional() })
  .readonly()
export type ExtensionRule = z.infer<typeof ExtensionRule>

export const Extension = z
  .strictObject({
    by: TimeLimit,
    grantedAt: Instant,
    approver: z.strictObject({ id: z.string(), rank: z.string() }).readonly(),
    reason: z.string(),
    documentId: z.string().exactOptional(),
  })
  .readonly()
export type Extension = z.infer<typeof Extension>

/**
 * One clock of one matter, anchored at the event that starts it, such as acceptance; that day is not counted (T-01). Its segments
 * follow each other without gap or overlap from the anchor to now (or to the end), so that running, waiting and stopped time
 * always add up to wall time. Due date and overdue are derived, never kept here.
 */
export const Timer = z
  .strictObject({
    id: z.string(),
    purpose: z.enum(timerPurposes),
    name: z.string(),
    budget: TimeLimit,
    anchorAt: Instant,
    legalReference: z.string().exactOptional(),
    extensible: ExtensionRule.exactOptional(),
    segments: z.array(Segment).min(1).readonly(),
    extensions: z.array(Extension).readonly(),
    satisfiedAt: Instant.exactOptional(),
    voidedAt: Instant.exactOptional(),
    endReason: z.string().exactOptional(),
    /** When and by which timer its place was taken. */
    supersededAt: Instant.exactOptional(),
    supersededBy: z.string().exactOptional(),
  })
  .refine(({ anchorAt, segments }) => segments.every((segment, index) => segment.startedAt.getTime() === (index === 0 ? anchorAt : segments[index - 1]?.endedAt)?.getTime()), {
    error: 'segments follow each other without gap or overlap',
  })
  .readonly()
export type Timer = z.infer<typeof Timer>

/** Reads a timer back from JSON, where instants are text; throws a ZodError (a fault) if it is not one. */
export function parseTimer(value: unknown): Timer {
  return Timer.parse(value)
}

/** When a timer ended: satisfied, voided or superseded; undefined while it is open. */
export function endOf(timer: Timer): Date | undefined {
  return timer.satisfiedAt ?? timer.voidedAt ?? timer.supersededAt
}

/** The instant up to which a timer's time is looked at: `at`, but not before its anchor and not after its end. */
export function horizonOf(timer: Timer, at: Date): Date {
  const end = endOf(timer) ?? at
  return new Date(Math.max(timer.anchorAt.getTime(), Math.min(at.getTime(), end.getTime())))
}
