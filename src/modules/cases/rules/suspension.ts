import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { type Party, specialProcedures, type Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'

/** What a case may pause for: the eight special procedures of 行政许可法 art. 45, an agency's report, and pauses that do not stop the clock. */
export const pauseCauses = [...specialProcedures, 'agencyReport', 'publicity', 'payment', 'supplement'] as const
export type PauseCause = (typeof pauseCauses)[number]

/** Only the special procedures move the due date; an agency's report does when the law requires it and it was commissioned (C-08, C-23). */
export function stopsClock(cause: PauseCause): boolean {
  return cause === 'agencyReport' || (specialProcedures as readonly string[]).includes(cause)
}

/** The time of a report by an intermediary is left out only if the item lists the service as required by law, and it was commissioned (浙江省最多跑一次规定 art. 28; C-23). */
export function checkAgencyReport(item: Pick<ItemVersion, 'intermediaryServices'>, commissioned: boolean): Verdict {
  return item.intermediaryServices.length > 0 && commissioned ? fine : refuse(caseErrors.reportNotRequired, { services: item.intermediaryServices, commissioned })
}

const parties: Readonly<Record<PauseCause, Party['kind']>> = {
  hearing: 'unit',
  tender: 'publicity',
  auction: 'publicity',
  inspection: 'unit',
  testing: 'intermediary',
  quarantine: 'unit',
  appraisal: 'intermediary',
  expertReview: 'expertPanel',
  agencyReport: 'intermediary',
  publicity: 'publicity',
  payment: 'payment',
  supplement: 'applicant',
}

/** Whose time the pause is. */
export function partyOf(cause: PauseCause, unitId: string): Party {
  const kind = parties[cause]
  return kind === 'unit' ? { kind, id: unitId } : { kind }
}

export interface Hearing {
  /** When the applicant was told of the right to a hearing. */
  readonly toldOn: Day
  readonly requestedOn: Day
  readonly noticeOn: Day
  readonly heldOn: Day
  readonly chair: string
}

/** Days as 行政许可法 art. 46–48 gives them, all working days (art. 82). */
export const hearingLimits = {
  request: { value: 5, unit: 'WORKING_DAY' },
  held: { value: 20, unit: 'WORKING_DAY' },
  notice: { value: 7, unit: 'WORKING_DAY' },
} as const satisfies Record<string, TimeLimit>

/**
 * A hearing is requested within 5 working days of the notice of the right, held within 20 of the request, announced at
 * least 7 before, chaired by somebody who does not review the case, and costs nothing (C-10). `workingDays` counts the
 * working days after the first day up to and including the second.
 */
export function checkHearing(hearing: Hearing, reviewers: readonly string[], workingDays: (from: Day, to: Day) => number): Verdict {
  if (workingDays(hearing.toldOn, hearing.requestedOn) > hearingLimits.request.value) return refuse(caseErrors.hearingRequestTooLate)
  if (workingDays(hearing.requestedOn, hearing.heldOn) > hearingLimits.held.value) return refuse(caseErrors.hearingTooLate)
  if (workingDays(hearing.noticeOn, hearing.heldOn) < hearingLimits.notice.value) return refuse(caseErrors.hearingNoticeTooShort)
  if (reviewers.includes(hearing.chair)) return refuse(caseErrors.chairIsReviewer, { chair: hearing.chair })
  return fine
}

/** A hearing ends with a record that the applicant and the chair have signed (行政许可法 art. 48(5); C-10); other pauses end without. */
export function checkHearingRecord(decisionClocks: readonly Timer[], record: { readonly signedBy: readonly string[] } | undefined): Verdict {
  const inHearing = decisionClocks.some((timer) => timer.segments.at(-1)?.cause === 'hearing')
  const signed = record !== undefined && record.signedBy.includes('applicant') && record.signedBy.includes('chair')
  return !inHearing || signed ? fine : refuse(caseErrors.hearingRecordMissing)
}
