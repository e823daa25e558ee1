import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { caseErrors } from '../errors.ts'
import { type CaseStep, openReviews } from './route.ts'

export interface DecisionInput {
  readonly result: 'approve' | 'refuse'
  readonly reasons: readonly string[]
  /** Why it is granted although a unit disagreed. */
  readonly overruling?: string | undefined
}

/** Whether the case is ripe for this decision: all reviews in, nothing owed any more (a gap, or a pledge taken back), reasons for a refusal (C-12), and for going against an opinion. */
export function checkDecision(steps: readonly CaseStep[], decision: DecisionInput, openGaps: readonly string[]): Verdict {
  const open = openReviews(steps)
  if (open.length > 0) return refuse(caseErrors.reviewsOpen, { steps: open.map((step) => step.key), units: open.map((step) => step.unitId) })
  if (decision.result === 'refuse') return decision.reasons.some((reason) => reason.trim() !== '') ? fine : refuse(caseErrors.reasonsMissing)
  if (openGaps.length > 0) return refuse(caseErrors.gapsOpen, { materials: openGaps })
  const against = steps.filter((step) => step.opinion === 'disagree')
  if (against.length > 0 && (decision.overruling ?? '').trim() === '') return refuse(caseErrors.opinionAgainst, { units: against.map((step) => step.unitId) })
  return fine
}

/** Who accepted a case does not decide it (C-15). */
export function checkSeparation(acceptorId: string | null, deciderId: string): Verdict {
  return acceptorId !== null && acceptorId === deciderId ? refuse(caseErrors.acceptorMayNotDecide) : fine
}

/** A check of the substance is done by as many officers as the step asks for, two by law (C-11, 行政许可法 art. 34). */
export function checkOfficers(step: Pick<CaseStep, 'officers'>, officers: readonly string[]): Verdict {
  return new Set(officers).size >= step.officers ? fine : refuse(caseErrors.tooFewOfficers, { needed: step.officers, found: new Set(officers).size })
}

/** Limited permits are granted in the order of acceptance (C-14, 行政许可法 art. 57): `earlier` is an undecided case accepted before this one. */
export function checkOrder(earlier: string | undefined): Verdict {
  return earlier !== undefined ? refuse(caseErrors.orderOfAcceptance, { earlier }) : fine
}
