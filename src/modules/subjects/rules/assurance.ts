import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import { ASSURANCE_LEVELS } from '../schema.ts'
import type { AssuranceLevel, StepUpWay } from '../schema.ts'

const WAYS: Readonly<Record<AssuranceLevel, readonly StepUpWay[]>> = {
  L0: [],
  L1: ['phoneCode'],
  L2: ['nameAndNumber'],
  L3: ['face', 'bankCard'],
  L4: ['inPerson', 'digitalCertificate', 'electronicLicence'],
}

/** The level that a way of proving identity reaches (D-14). */
export function levelReachedBy(way: StepUpWay): AssuranceLevel {
  return ASSURANCE_LEVELS.find((level) => WAYS[level].includes(way)) ?? 'L0'
}

/** The number 0 to 4 that a session carries, and back. */
export function levelNumber(level: AssuranceLevel): number {
  return ASSURANCE_LEVELS.indexOf(level)
}

export function levelOfNumber(number: number): AssuranceLevel {
  return ASSURANCE_LEVELS[number] ?? 'L0'
}

export function reachesLevel(held: AssuranceLevel, needed: AssuranceLevel): boolean {
  return ASSURANCE_LEVELS.indexOf(held) >= ASSURANCE_LEVELS.indexOf(needed)
}

/** Whether a session is sure enough for an item (D-14); if not, the refusal names the level and the ways to reach it. */
export function checkAssurance(held: AssuranceLevel, needed: AssuranceLevel): Verdict {
  return reachesLevel(held, needed) ? fine : refuse(subjectErrors.stepUpRequired, { held, needed, ways: WAYS[needed] })
}

/** Visits that an application costs (D-14): none from L3 on when every material can be had by sharing, else the item's own. */
export function visitsNeeded(input: {
  readonly held: AssuranceLevel
  readonly everyMaterialShared: boolean
  readonly maxVisits: number
}): number {
  return reachesLevel(input.held, 'L3') && input.everyMaterialShared ? 0 : input.maxVisits
}
