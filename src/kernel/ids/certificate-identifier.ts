import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { checkCreditCode } from './credit-code.ts'
import { refusals } from './errors.ts'
import { mod3736CheckCharacter } from './mod-37-36.ts'
import type { Brand } from './new-id.ts'

/** 电子证照标识: `1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>`. */
export type CertificateIdentifier = Brand<string, 'CertificateIdentifier'>

/** The segments of a certificate identifier. `type` is the credit code of the body that defined the certificate and three digits; `issuer` a credit code or a six-digit area; `version` 1..999. */
export interface CertificateIdentifierParts {
  readonly type: string
  readonly issuer: string
  readonly serial: string
  readonly version: number
}

const root = '1.2.156.3005.2'
// The standard leaves the serial's length to the issuer; the longest seen live has 20 characters.
const longest = 128

/** Builds a certificate identifier with its check character (GB/T 36904, ISO/IEC 7064 MOD 37,36 over the segments without dots; D-03). */
export function certificateIdentifier({ type, issuer, serial, version }: CertificateIdentifierParts): Verdict<CertificateIdentifier> {
  if (!/^[0-9A-Z]{18}\d{3}$/.test(type) || !checkCreditCode(type.slice(0, 18)).ok) return refuse(refusals.certificateIdentifierType)
  if (!/^\d{6}$/.test(issuer) && !(/^[0-9A-Z]{18}$/.test(issuer) && checkCreditCode(issuer).ok)) return refuse(refusals.certificateIdentifierIssuer)
  if (!/^[0-9A-Z]{1,64}$/.test(serial) || !Number.isInteger(version) || version < 1 || version > 999) return refuse(refusals.certificateIdentifierShape)
  const segments = [type, issuer, serial, String(version).padStart(3, '0')]
  const check = mod3736CheckCharacter(segments.join(''))
  return check.ok ? fineWith([root, ...segments, check.value].join('.') as CertificateIdentifier) : check
}

/** Takes a certificate identifier apart, checking the type, the issuer and the check character (D-03). */
export function parseCertificateIdentifier(text: string): Verdict<CertificateIdentifierParts & { readonly identifier: CertificateIdentifier }> {
  const inner = text.length <= longest && text.startsWith(`${root}.`) ? text.slice(root.length + 1).split('.') : []
  const [type, issuer, serial, version, check, ...rest] = inner
  if (!type || !issuer || !serial || !version || !check || rest.length > 0 || !/^\d{3}$/.test(version)) return refuse(refusals.certificateIdentifierShape)
  const parts = { type, issuer, serial, version: Number(version) }
  const identifier = certificateIdentifier(parts)
  if (!identifier.ok) return identifier
  return identifier.value === text ? fineWith({ ...parts, identifier: identifier.value }) : refuse(refusals.certificateIdentifierCheckCharacter)
}
