import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { caseErrors } from '../errors.ts'

/** The version of the words in force. New words are a new version: what somebody declared stays readable as he read it. */
export const declarationInForce = 1

/** Nobody has declared words that are no longer, or were never, put before him. */
export function checkDeclaration(version: number): Verdict {
  return version === declarationInForce ? fine : refuse(caseErrors.declarationOutdated, { version, inForce: declarationInForce })
}
