import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import type { Reach } from '../access.ts'
import { supervisionErrors } from '../errors.ts'
import { type FindingCommand, findingLifecycle, type MeasureCommand, measureLifecycle } from '../lifecycle.ts'
import type { FindingGrade, MeasureKind } from '../schema.ts'

export interface FindingFacts {
  readonly state: string
  readonly grade: FindingGrade
  /** The explanation is owed and its time has passed. */
  readonly explanationOverdue: boolean
  readonly appealOpen: boolean
  readonly appealed: boolean
  /** The caller wrote the finding, or closed it. */
  readonly ownWork: boolean
}

/**
 * Whether a caller of this reach may give the command now, apart from the lifecycle: the unit and the person concerned explain
 * and appeal, in time and once; inspectors close, after hearing the unit unless it let its time pass; an appeal is decided by
 * an inspector who did not write the finding (S-06).
 */
export function checkFinding(command: FindingCommand, reach: Reach, facts: FindingFacts): Verdict {
  const ofUnit = reach === 'head' || reach === 'concerned'
  if (command === 'explain' || command === 'appeal') {
    if (!ofUnit) return refuse(supervisionErrors.notYourPart)
    if (command === 'appeal' && facts.appealed) return refuse(supervisionErrors.appealedBefore)
    if (command === 'appeal' && !facts.appealOpen) return refuse(supervisionErrors.appealTooLate)
    return fine
  }
  if (reach !== 'office') return refuse(supervisionErrors.notYourPart)
  if (command === 'decide-appeal') return facts.ownWork ? refuse(supervisionErrors.anotherDecides) : fine
  return facts.state === 'opened' && facts.grade !== 'minor' && !facts.explanationOverdue ? refuse(supervisionErrors.explanationFirst) : fine
}

export function findingCommandsFor(reach: Reach, facts: FindingFacts): readonly FindingCommand[] {
  return commandsIn(findingLifecycle, facts.state).filter((command) => checkFinding(command, reach, facts).ok)
}

const talks: readonly MeasureKind[] = ['talkBySection', 'talkByDivision']

/** A talk is held by whom the ladder names; everything else is answered in writing by the head of the unit, and judged by an inspector. */
export function isTalk(measure: MeasureKind): boolean {
  return talks.includes(measure)
}

export function checkMeasure(command: MeasureCommand, reach: Reach, measure: MeasureKind): Verdict {
  if (command === 'answer') {
    if (isTalk(measure)) return refuse(supervisionErrors.talkIsHeld)
    return reach === 'head' ? fine : refuse(supervisionErrors.notYourPart)
  }
  if (reach !== 'office' || command === 'lift') return refuse(supervisionErrors.notYourPart)
  return command === 'hold-talk' && !isTalk(measure) ? refuse(supervisionErrors.noTalk) : fine
}

export function measureCommandsFor(reach: Reach, { state, measure }: { readonly state: string; readonly measure: MeasureKind }): readonly MeasureCommand[] {
  return commandsIn(measureLifecycle, state).filter((command) => checkMeasure(command, reach, measure).ok)
}
