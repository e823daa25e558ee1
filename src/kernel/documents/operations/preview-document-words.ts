import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { composeDocument } from '../compose.ts'
import { DocumentShown } from '../document-shown.ts'
import { documentErrors } from '../errors.ts'
import { getWordable } from '../wording-in-force.ts'
import { DocumentKindName, wordingFrom, WordingTexts } from '../wording-schema.ts'
import { checkWording, worded } from '../wording.ts'

/** How a document would read in other words, with invented contents; keeps nothing. */
export const previewDocumentWords = defineOperation({
  name: 'kernel.preview-document-words',
  summary: 'Composes a specimen of a kind of legal document in other words, without keeping them',
  kind: 'query',
  http: { method: 'POST', path: '/document-kinds/{kind}/preview' },
  access: { permission: 'documents:preview' },
  input: z.object({ kind: DocumentKindName, texts: WordingTexts }),
  output: DocumentShown,
  refusals: [documentErrors.kindUnknown, documentErrors.wordingUnfit],
  examples: [{ summary: 'The notice of acceptance under another title', input: { kind: 'acceptanceVoucher', texts: ['行政许可受理通知书'] } }],
  async run(ctx, { kind, texts }) {
    const { template, sample } = getWordable(ctx, kind)
    const wording = wordingFrom(template, texts)
    must(checkWording(template, wording))
    const { title, issuedOn, blocks, foot } = composeDocument(worded(template, wording), sample)
    return { kind, title, issuedOn, specimen: true, blocks, foot: foot ?? null }
  },
})
