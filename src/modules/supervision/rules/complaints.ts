import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { supervisionErrors } from '../errors.ts'
import { type ComplaintCommand, complaintLifecycle } from '../lifecycle.ts'

/** How near a caller is to one complaint; nobody of the unit that it is about is near it at all. */
export type ComplaintReach = 'complainant' | 'office' | 'reader' | 'none'

export interface ComplaintFacts {
  readonly state: string
  readonly appealOpen: boolean
  readonly appealed: boolean
  /** The caller declined or answered it. */
  readonly ownWork: boolean
}

/** The complainant appeals, in time and once; the inspectors handle, and an appeal is concluded by one who did not answer. */
export function checkComplaint(command: ComplaintCommand, reach: ComplaintReach, facts: ComplaintFacts): Verdict {
  if (command === 'appeal') {
    if (reach !== 'complainant') return refuse(supervisionErrors.notYourPart)
    if (facts.appealed) return refuse(supervisionErrors.appealedBefore)
    return facts.appealOpen ? fine : refuse(supervisionErrors.appealTooLate)
  }
  if (reach !== 'office') return refuse(supervisionErrors.notYourPart)
  return command === 'conclude' && facts.ownWork ? refuse(supervisionErrors.anotherDecides) : fine
}

export function complaintCommandsFor(reach: ComplaintReach, facts: ComplaintFacts): readonly ComplaintCommand[] {
  return commandsIn(complaintLifecycle, facts.state).filter((command) => checkComplaint(command, reach, facts).ok)
}
