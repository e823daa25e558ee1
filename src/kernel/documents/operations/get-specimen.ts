import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { composeDocument } from '../compose.ts'
import { documentErrors } from '../errors.ts'
import { drawPdf, pdfOptionsOf } from '../pdf.ts'
import { templateOn } from '../wording-in-force.ts'

/** Drawn with invented contents; it says 样张 and bears no seal. */
export const getSpecimen = defineOperation({
  name: 'kernel.get-document-specimen',
  summary: 'Draws a specimen of a kind of legal document as PDF, with invented contents and without a seal',
  kind: 'query',
  http: { method: 'GET', path: '/document-kinds/{kind}/specimen' },
  access: { permission: 'documents:preview' },
  rate: { perMinute: 60 },
  input: z.object({ kind: z.string().regex(/^[a-zA-Z-]{1,60}$/) }),
  output: z.instanceof(FileAnswer),
  refusals: [documentErrors.kindUnknown],
  examples: [{ summary: 'The notice of acceptance', input: { kind: 'acceptanceVoucher' } }],
  async run(ctx, { kind }) {
    const found = ctx.services.documentKinds.find(({ template }) => template.kind === kind)
    if (found === undefined) throw new Refusal(documentErrors.kindUnknown)
    const document = composeDocument(templateOn(ctx.services, found.template, dayOf(ctx.now)), found.sample)
    return new FileAnswer(await drawPdf(document, { ...pdfOptionsOf(ctx.services), specimen: true }), 'application/pdf', `${document.title}.pdf`, 'inline')
  },
})
