import { z } from 'zod'
import { parseCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts'
import { Day } from '#kernel/time/day.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { certificateState } from './lifecycle.ts'

/** An identifier as it stands on a certificate; a wrong check character is told with its own code (D-03). */
export const CertificateIdentifier = z.string().trim().toUpperCase().max(128).superRefine((text, ctx) => {
  const parsed = parseCertificateIdentifier(text)
  if (!parsed.ok) ctx.addIssue({ code: 'custom', params: { code: parsed.refusal.code }, message: '1.2.156.3005.2.…' })
})

export const CertificateStateCode = z.enum(certificateState)

/** A kind of certificate, as the shipped directory and other systems describe it. */
export const CertificateType = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  /** The national code of 21 characters, if there is one; else the office gives its own. */
  code: z.string().regex(/^[0-9A-Z]{18}\d{3}$/).optional(),
  name: z.string().min(1).max(200),
  holderKind: z.enum(['PERSON', 'ORGANISATION', 'PROJECT', 'PROPERTY']),
  issuedBy: z.array(z.string().min(1)).readonly(),
  validity: z.strictObject({ kind: z.enum(['FIXED', 'PERMANENT', 'AS_STATED', 'NONE']), limit: TimeLimit.nullable(), text: z.string(), mark: z.string() }),
  fields: z.array(z.string().min(1)).min(1).readonly(),
  electronic: z.boolean(),
  mark: z.string(),
})
export type CertificateType = z.infer<typeof CertificateType>

/** What a holder and those who serve him see in a list. */
export const ListedCertificate = z.strictObject({
  identifier: z.string(),
  typeKey: z.string(),
  typeName: z.string(),
  state: CertificateStateCode,
  /** State and day together: whether it serves as a material today. */
  valid: z.boolean(),
  version: z.int(),
  /** The number that the issuer gave it, as it stands on the paper. */
  serial: z.string(),
  issuer: z.string(),
  issuedAt: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
})

/** Why a state is changed: told to the holder, sealed under his key. */
export const Reason = z.string().trim().min(2).max(500)

/** What the issuing unit found: its record was wrong, or it stands. */
export const DoubtAnswer = z.enum(['corrected', 'confirmed'])

export const Page = { limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }
