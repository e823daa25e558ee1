import { checkCitizenId } from '#kernel/ids/citizen-id.ts'
import { checkCreditCode, checkOrganisationCode } from '#kernel/ids/credit-code.ts'

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** Finds the one check character that makes a number valid; the standards' own checks decide. */
function completed(body: string, isValid: (candidate: string) => boolean): string {
  const found = CHARACTERS.map((character) => body + character).find(isValid)
  if (found === undefined) throw new Error(`no check character completes ${body}`)
  return found
}

/** A synthetic citizen number of the demo district. `sequence` 1 to 999, odd for men. */
export function syntheticCitizenId(birthOn: string, sequence: number): string {
  const body = `440114${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return completed(body, (candidate) => checkCitizenId(candidate).ok)
}

/** A synthetic credit code of the demo district: kind as `91`, and an 8-character body of the organisation code. */
export function syntheticCreditCode(kind: string, body: string): string {
  const organisationCode = completed(body, (candidate) => checkOrganisationCode(candidate).ok)
  return completed(`${kind}440114${organisationCode}`, (candidate) => checkCreditCode(candidate).ok)
}
