import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { summaryOf } from '../certificate-summary.ts'
import { certificateErrors } from '../errors.ts'
import { faultsOn, STANDING_FAULTS } from '../rules.ts'
import { CertificateIdentifier, CertificateStateCode } from '../schema.ts'
import { openCertificate, type OpenedCertificate } from '../signed-content.ts'
import { findCertificateRow } from '../store/certificate-rows.ts'

/** Who was shown the certificate knows the end of the holder's number; a guess at six signs leads nowhere. */
const HolderDigits = z.string().trim().toUpperCase().regex(/^[0-9A-Z]{6}$/)

/** Anybody may ask whether a certificate is genuine and holds today. The holder is masked unless the asker gives the last six signs of his number. */
export const verifyCertificate = defineOperation({
  name: 'certificates.verify',
  summary: 'Checks an electronic certificate by its identifier: state, validity today, issuer and signature',
  kind: 'query',
  http: { method: 'GET', path: '/certificates/{identifier}/verify' },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ identifier: CertificateIdentifier, holderDigits: HolderDigits.optional() }),
  output: z.object({
    identifier: z.string(),
    typeName: z.string(),
    state: CertificateStateCode,
    valid: z.boolean(),
    reasons: z.array(z.enum([...STANDING_FAULTS, 'signature'])),
    /** Masked, or in full after the right digits; null if the holder was forgotten or the content changed. */
    holder: z.string().nullable(),
    /** Whether the given digits are the holder's; null if none were given. */
    holderMatches: z.boolean().nullable(),
    issuer: z.string(),
    issuedAt: z.string(),
    validFrom: Day,
    validTo: Day.nullable(),
    version: z.int(),
    signatureValid: z.boolean(),
    replacedBy: z.string().nullable(),
  }),
  refusals: [certificateErrors.unknown],
  examples: [{ summary: 'An identifier from a QR code', input: { identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U' } }],
  async run(ctx, { identifier, holderDigits }) {
    const row = await findCertificateRow(ctx.db, identifier)
    if (row === undefined) throw new Refusal(certificateErrors.unknown)
    const certificate = summaryOf(row)
    const opened = await openCertificate(ctx, row)
    const signatureValid = opened.state !== 'altered'
    const reasons = [...faultsOn(certificate, dayOf(ctx.now)), ...(signatureValid ? [] : (['signature'] as const))]
    return {
      identifier: certificate.identifier,
      typeName: certificate.typeName,
      state: certificate.state,
      valid: reasons.length === 0,
      reasons,
      ...holderFor(opened, holderDigits),
      issuer: certificate.issuerName,
      issuedAt: instantText(certificate.issuedAt),
      validFrom: certificate.validFrom,
      validTo: certificate.validTo,
      version: certificate.version,
      signatureValid,
      replacedBy: row.replaced_by,
    }
  },
})

function holderFor(opened: OpenedCertificate, digits: string | undefined): { readonly holder: string | null; readonly holderMatches: boolean | null } {
  if (opened.state !== 'whole') return { holder: null, holderMatches: null }
  const { name, maskedName, code } = opened.content.holder
  if (digits === undefined) return { holder: maskedName, holderMatches: null }
  const holderMatches = code.endsWith(digits)
  return { holder: holderMatches ? name : maskedName, holderMatches }
}
