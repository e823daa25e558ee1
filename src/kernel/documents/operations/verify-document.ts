import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { documentErrors } from '../errors.ts'
import { findDocumentRowByCode, openDocument } from '../stored-document.ts'
import { readVerificationCode } from '../verification-code.ts'

const Code = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const code = readVerificationCode(text)
    if (code !== undefined) return code
    ctx.addIssue({ code: 'custom', params: { code: documentErrors.codeInvalid.code }, message: '9H3T-4PWX-7KDA' })
    return z.NEVER
  })

/** Anybody who holds a sheet may ask whether it is genuine; nothing personal is answered. */
export const verifyDocument = defineOperation({
  name: 'kernel.verify-document',
  summary: 'Checks a legal document by the code on its sheet: issuer, number, content hash and whether its seal holds',
  kind: 'query',
  http: { method: 'GET', path: '/documents/{code}/verify' },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ code: Code }),
  output: z.object({
    kind: z.string(),
    /** Null when the words cannot be read: the seal is broken or the subject was forgotten. */
    title: z.string().nullable(),
    issuer: z.string().nullable(),
    number: z.string(),
    issuedAt: z.string(),
    contentHash: z.string(),
    signatureValid: z.boolean(),
    content: z.enum(['whole', 'forgotten', 'altered']),
  }),
  refusals: [documentErrors.unknown],
  examples: [{ summary: 'A code from the foot of a notice', input: { code: '9H3T-4PWX-7KDA' } }],
  async run(ctx, { code }) {
    const row = await findDocumentRowByCode(ctx.db, code)
    if (row === undefined) throw new Refusal(documentErrors.unknown)
    const opened = await openDocument(ctx.db, ctx.services, row)
    return {
      kind: row.kind,
      title: opened.state === 'whole' ? opened.content.title : null,
      issuer: opened.state === 'whole' ? opened.content.issuer : null,
      number: row.number,
      issuedAt: instantText(row.issued_at),
      contentHash: row.content_hash.toString('hex'),
      signatureValid: opened.state !== 'altered',
      content: opened.state,
    }
  },
})
