import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { pdfOptionsOf, renderPdf } from '#kernel/documents/pdf.ts'
import { certificate as template } from '../documents/certificate.ts'
import { faceRefusals, readFace } from '../read-face.ts'
import { CertificateIdentifier } from '../schema.ts'

export const getCertificatePdf = defineOperation({
  name: 'certificates.get-pdf',
  summary: 'The printable face of a certificate that holds today, with a QR code to verify it',
  kind: 'query',
  http: { method: 'GET', path: '/certificates/{identifier}/pdf' },
  access: 'signed-in',
  input: z.object({ identifier: CertificateIdentifier, matterId: z.uuid().optional() }),
  output: z.instanceof(FileAnswer),
  refusals: [...faceRefusals, documentErrors.glyphMissing],
  examples: [{ summary: 'For the holder', input: { identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U' } }],
  async run(ctx, { identifier, matterId }) {
    const { certificate, data } = await readFace(ctx, identifier, matterId)
    const bytes = await renderPdf(template, data, pdfOptionsOf(ctx.services))
    return new FileAnswer(bytes, 'application/pdf', `${certificate.typeName}-${certificate.serial}.pdf`, 'inline')
  },
})
