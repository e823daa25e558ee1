import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import type { Reach } from '../access.ts'
import { disclosureErrors } from '../errors.ts'
import { type RequestCommand, requestLifecycle } from '../lifecycle.ts'

const institution: readonly Reach[] = ['officer', 'head']

/** Whose part each command is, of those who hold its permission; the program does what silence brings about. */
const partOf: Readonly<Record<RequestCommand, readonly Reach[]>> = {
  receive: institution,
  'request-clarification': institution,
  clarify: ['applicant', ...institution],
  consult: institution,
  'record-opinion': institution,
  'lapse-opinion': institution,
  extend: ['head'],
  'demand-fee': institution,
  'record-payment': institution,
  'waive-fee': ['head'],
  'draft-answer': institution,
  'return-draft': ['head'],
  'issue-answer': ['head'],
  deliver: institution,
  withdraw: ['applicant'],
  abandon: institution,
  'record-remedy': institution,
}

export function checkHandling(command: RequestCommand, reach: Reach): Verdict {
  return partOf[command].includes(reach) ? fine : refuse(disclosureErrors.notYourPart)
}

/** What somebody of this reach may do now with an application in a state. */
export function commandsFor(reach: Reach, state: string, holds: (permission: string) => boolean): readonly RequestCommand[] {
  return commandsIn(requestLifecycle, state).filter((command) => partOf[command].includes(reach) && holds(requestLifecycle.commands[command].permission))
}
