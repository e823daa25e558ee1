import { fine, fineWith, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { checkCitizenId } from '#kernel/ids/citizen-id.ts'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import type { Day } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import { ORGANISATION_KINDS } from '../schema.ts'
import type { IdKind, OrganisationKind, Person } from '../schema.ts'

// The shapes of documents without a check digit that anyone may compute: letters and digits as printed on them.
const SHAPES: Readonly<Record<Exclude<IdKind, 'citizenId'>, RegExp>> = {
  residencePermit: /^[1-9]\d{16}[\dX]$/,
  passport: /^[A-Z0-9]{5,17}$/,
  taiwanTravelPermit: /^\d{8}$/,
  hongKongMacaoTravelPermit: /^[HM]\d{8}$/,
  foreignPermanentResident: /^(?:[A-Z]{3}\d{12}|9\d{17})$/,
}

/** Checks the number of an identity document (D-04) and answers with its normal form. Citizen numbers by GB 11643. */
export function checkIdNumber(kind: IdKind, text: string): Verdict<string> {
  const number = text.trim().toUpperCase()
  if (kind === 'citizenId') {
    const checked = checkCitizenId(number)
    return checked.ok ? checked : refuse(subjectErrors.idNumberInvalid, { reason: checked.refusal.code }, [{ pointer: '/idNumber', code: checked.refusal.code }])
  }
  return SHAPES[kind].test(number) ? fineWith(number) : refuse(subjectErrors.idNumberInvalid, { reason: 'shape' }, [{ pointer: '/idNumber', code: subjectErrors.idNumberInvalid.code }])
}

/** The date of birth and the sex that a citizen number states (GB 11643: characters 7 to 14, and 17 odd for men). */
export function statedByCitizenId(citizenId: string): Pick<Person, 'birthOn' | 'sex'> {
  const birthOn = `${citizenId.slice(6, 10)}-${citizenId.slice(10, 12)}-${citizenId.slice(12, 14)}` as Day
  return { birthOn, sex: Number(citizenId[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Whether a person's number is valid and says the same as the rest of the record (D-04). */
export function checkPersonIdentity(person: Pick<Person, 'idKind' | 'idNumber' | 'birthOn' | 'sex'>): Verdict {
  const number = checkIdNumber(person.idKind, person.idNumber)
  if (!number.ok) return number
  if (person.idKind !== 'citizenId') return fine
  const stated = statedByCitizenId(number.value)
  return stated.birthOn === person.birthOn && stated.sex === person.sex ? fine : refuse(subjectErrors.idNumberContradicts)
}

/** The kind of organisation that a valid credit code states in its first two characters; anything unlisted is 'other'. */
export function organisationKindOf(creditCode: string): OrganisationKind {
  const prefix = creditCode.slice(0, 2)
  return Object.entries(ORGANISATION_KINDS).find(([code]) => code === prefix)?.[1] ?? 'other'
}

/** Checks the holder's key of an organisation (D-04, GB 32100) and answers with its normal form. */
export function checkOrganisationKey(text: string): Verdict<string> {
  const checked = checkCreditCode(text.trim())
  return checked.ok ? checked : refuse(subjectErrors.creditCodeInvalid, { reason: checked.refusal.code }, [{ pointer: '/creditCode', code: checked.refusal.code }])
}
