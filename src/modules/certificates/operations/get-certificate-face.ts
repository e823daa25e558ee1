import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { composeDocument } from '#kernel/documents/compose.ts'
import { IssuedDocumentShown } from '#kernel/documents/document-shown.ts'
import { pdfOptionsOf } from '#kernel/documents/pdf.ts'
import { certificate as template } from '../documents/certificate.ts'
import { faceRefusals, readFace } from '../read-face.ts'
import { CertificateIdentifier } from '../schema.ts'

/** What the PDF of a certificate says, for a page that is read on a screen and printed as it stands. */
export const getCertificateFace = defineOperation({
  name: 'certificates.get-face',
  summary: 'The words of the face of a certificate that holds today, for its holder',
  kind: 'query',
  access: 'signed-in',
  input: z.object({ identifier: CertificateIdentifier }),
  output: IssuedDocumentShown,
  refusals: [...faceRefusals],
  async run(ctx, { identifier }) {
    const { certificate, data } = await readFace(ctx, identifier, undefined)
    const { kind, title, issuedOn, blocks, foot } = composeDocument(template, data)
    return { kind, number: certificate.serial, title, issuedOn, specimen: pdfOptionsOf(ctx.services).specimen === true, blocks, foot: foot ?? null }
  },
})
