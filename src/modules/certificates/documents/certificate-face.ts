import type { DocumentData } from '#kernel/documents/template.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { CertificateSummary } from '../certificate-summary.ts'
import type { CertificateContent } from '../signed-content.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** What the certificate's template is filled with. The first field of a type is its number; without it the serial is. */
export function faceOf(certificate: CertificateSummary, content: CertificateContent, publicUrl: string): DocumentData {
  const [number, ...fields] = content.fields
  const numbered = number !== undefined && number.label === content.numberLabel
  return {
    certificateName: content.title,
    certificateNumber: numbered ? number.value : certificate.serial,
    holder: content.holder.name,
    holderCodeType: texts.codeKinds[content.holder.codeKind],
    holderCode: content.holder.code,
    fields: numbered ? fields : content.fields,
    validFrom: certificate.validFrom,
    validTo: certificate.validTo ?? undefined,
    identifier: certificate.identifier,
    issuer: certificate.issuerName,
    sealName: texts.sealName,
    issuedOn: dayOf(certificate.issuedAt),
    verifyAddress: `${publicUrl}/verify/${certificate.identifier}`,
    verifyCode: certificate.identifier,
  }
}
