import type { RefusalType } from '#kernel/errors/refusal.ts'

const invalid = <Reason extends string>(reason: Reason) => ({ code: `ids.${reason}`, kind: 'invalid' }) as const satisfies RefusalType

/** Why an identifier is refused. */
export const refusals = {
  citizenIdLength: invalid('citizen-id-length'),
  citizenIdCharacters: invalid('citizen-id-characters'),
  citizenIdBirthDate: invalid('citizen-id-birth-date'),
  citizenIdCheckDigit: invalid('citizen-id-check-digit'),
  creditCodeLength: invalid('credit-code-length'),
  creditCodeCharacters: invalid('credit-code-characters'),
  creditCodeCheckDigit: invalid('credit-code-check-digit'),
  organisationCodeLength: invalid('organisation-code-length'),
  organisationCodeCharacters: invalid('organisation-code-characters'),
  organisationCodeCheckDigit: invalid('organisation-code-check-digit'),
  mod3736Characters: invalid('mod-37-36-characters'),
  mod3736CheckCharacter: invalid('mod-37-36-check-character'),
  implementCodeLength: invalid('implement-code-length'),
  implementCodeLevel: invalid('implement-code-level'),
  implementCodeBasicCode: invalid('implement-code-basic-code'),
  handlingItemCodeLength: invalid('handling-item-code-length'),
  handlingItemCodeSequence: invalid('handling-item-code-sequence'),
  caseNumberLength: invalid('case-number-length'),
  caseNumberDate: invalid('case-number-date'),
  caseNumberSequence: invalid('case-number-sequence'),
  caseNumberSequenceUsedUp: { code: 'ids.case-number-sequence-used-up', kind: 'unprocessable' },
  certificateIdentifierShape: invalid('certificate-identifier-shape'),
  certificateIdentifierType: invalid('certificate-identifier-type'),
  certificateIdentifierIssuer: invalid('certificate-identifier-issuer'),
  certificateIdentifierCheckCharacter: invalid('certificate-identifier-check-character'),
  projectCodeLength: invalid('project-code-length'),
  projectCodeShape: invalid('project-code-shape'),
  projectCodeMonth: invalid('project-code-month'),
} as const satisfies Record<string, RefusalType>
