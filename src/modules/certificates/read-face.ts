import type { Ctx } from '#kernel/contract/operation.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { dayOf } from '#kernel/time/day.ts'
import { mustReadHolder } from './access.ts'
import { type CertificateSummary, summaryOf } from './certificate-summary.ts'
import { faceOf } from './documents/certificate-face.ts'
import { certificateErrors } from './errors.ts'
import { faultsOn } from './rules.ts'
import { openCertificate } from './signed-content.ts'
import { findCertificateRow } from './store/certificate-rows.ts'
import { recordUse } from './use-certificate.ts'

interface Face {
  readonly certificate: CertificateSummary
  readonly data: DocumentData
}

/** What reading a face may be refused with. */
export const faceRefusals = [certificateErrors.unknown, certificateErrors.notValid, certificateErrors.sealBroken, certificateErrors.forgotten, certificateErrors.contradicted] as const

/**
 * The face of a certificate, only while it holds. Staff name the matter they need it for; their reading is a use (D-08). It names its
 * holder in full: who else reads it is written down (个人信息保护法 art. 51).
 */
export async function readFace(ctx: Ctx, identifier: string, matterId: string | undefined): Promise<Face> {
  const row = await findCertificateRow(ctx.db, identifier)
  if (row === undefined) throw new Refusal(certificateErrors.unknown)
  await mustReadHolder(ctx, row.holder_id, matterId)
  const certificate = summaryOf(row)
  const reasons = faultsOn(certificate, dayOf(ctx.now))
  if (reasons.length > 0) throw new Refusal(certificateErrors.notValid, { identifier, reasons, state: certificate.state })
  const opened = await openCertificate(ctx, row)
  if (opened.state !== 'whole') throw new Refusal(opened.state === 'altered' ? certificateErrors.sealBroken : certificateErrors.forgotten)
  if (ctx.caller.kind === 'staff' && matterId !== undefined && !(await recordUse(ctx, row.id, { matterId, purpose: 'read' }))) throw new Refusal(certificateErrors.contradicted)
  await recordUnmasking(ctx, { subjectId: row.holder_id, matterId, purpose: 'certificate', detail: { identifier } })
  return { certificate, data: faceOf(certificate, opened.content, ctx.services.config.publicUrl) }
}
