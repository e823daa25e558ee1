import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { pdfOptionsOf, renderPdf } from '#kernel/documents/pdf.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { mustReadHolder } from '../access.ts'
import { summaryOf } from '../certificate-summary.ts'
import { certificate as template } from '../documents/certificate.ts'
import { faceOf } from '../documents/certificate-face.ts'
import { certificateErrors } from '../errors.ts'
import { faultsOn } from '../rules.ts'
import { CertificateIdentifier } from '../schema.ts'
import { openCertificate } from '../signed-content.ts'
import { findCertificateRow } from '../store/certificate-rows.ts'
import { recordUse } from '../use-certificate.ts'

/** The printable face, only while the certificate holds. Staff name the matter they need it for; their reading is a use (D-08). */
export const getCertificatePdf = defineOperation({
  name: 'certificates.get-pdf',
  summary: 'The printable face of a certificate that holds today, with a QR code to verify it',
  kind: 'query',
  http: { method: 'GET', path: '/certificates/{identifier}/pdf' },
  access: 'signed-in',
  input: z.object({ identifier: CertificateIdentifier, matterId: z.uuid().optional() }),
  output: z.instanceof(FileAnswer),
  refusals: [certificateErrors.unknown, certificateErrors.notValid, certificateErrors.sealBroken, certificateErrors.forgotten, certificateErrors.contradicted, documentErrors.glyphMissing],
  examples: [{ summary: 'For the holder', input: { identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U' } }],
  async run(ctx, { identifier, matterId }) {
    const row = await findCertificateRow(ctx.db, identifier)
    if (row === undefined) throw new Refusal(certificateErrors.unknown)
    await mustReadHolder(ctx, row.holder_id, matterId)
    const certificate = summaryOf(row)
    const reasons = faultsOn(certificate, dayOf(ctx.now))
    if (reasons.length > 0) throw new Refusal(certificateErrors.notValid, { identifier, reasons, state: certificate.state })
    const opened = await openCertificate(ctx, row)
    if (opened.state !== 'whole') throw new Refusal(opened.state === 'altered' ? certificateErrors.sealBroken : certificateErrors.forgotten)
    if (ctx.caller.kind === 'staff' && matterId !== undefined && !(await recordUse(ctx, row.id, { matterId, purpose: 'read' }))) throw new Refusal(certificateErrors.contradicted)
    const face = faceOf(certificate, opened.content, ctx.services.config.publicUrl)
    const bytes = await renderPdf(template, face, pdfOptionsOf(ctx.services))
    return new FileAnswer(bytes, 'application/pdf', `${certificate.typeName}-${certificate.serial}.pdf`, 'inline')
  },
})
