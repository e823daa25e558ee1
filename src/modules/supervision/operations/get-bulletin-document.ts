import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { renderDocument } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { bulletinTemplate } from '../documents/templates.ts'
import { supervisionErrors } from '../errors.ts'
import { BulletinNumber } from '../schema.ts'
import { findBulletin } from '../store/bulletins.ts'

export const getBulletinDocument = defineOperation({
  name: 'supervision.get-bulletin-document',
  summary: 'Gives a bulletin as PDF, as it was issued',
  kind: 'query',
  http: { method: 'GET', path: '/bulletins/{number}/document' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: BulletinNumber }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [supervisionErrors.bulletinUnknown],
  examples: [{ summary: 'The bulletin of a week', input: { number: 'TB202609070001' } }],
  async run(ctx, { number }) {
    const bulletin = await findBulletin(ctx.db, number)
    if (bulletin === undefined) throw new Refusal(supervisionErrors.bulletinUnknown)
    return renderDocument(ctx, bulletin.documentId, bulletinTemplate)
  },
})
