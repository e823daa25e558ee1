import { z } from 'zod'
import { defineDocumentOperation, defineDocumentWordsOperation, type DocumentView } from '#kernel/documents/document-operations.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { bulletinTemplate } from '../documents/templates.ts'
import { supervisionErrors } from '../errors.ts'
import { BulletinNumber } from '../schema.ts'
import { findBulletin } from '../store/bulletins.ts'

const Input = z.object({ number: BulletinNumber })

/** A bulletin as it was issued. */
const view: DocumentView<'supervision.get-bulletin-document', typeof Input> = {
  name: 'supervision.get-bulletin-document',
  subject: 'a bulletin',
  path: '/bulletins/{number}/document',
  access: { permission: 'supervision:read' },
  input: Input,
  refusals: [supervisionErrors.bulletinUnknown],
  example: { summary: 'The bulletin of a week', input: { number: 'TB202609070001' } },
  async find(ctx, { number }) {
    const bulletin = await findBulletin(ctx.db, number)
    if (bulletin === undefined) throw new Refusal(supervisionErrors.bulletinUnknown)
    return { id: bulletin.documentId, template: bulletinTemplate }
  },
}

export const getBulletinDocument = defineDocumentOperation(view)
export const getBulletinDocumentWords = defineDocumentWordsOperation(view)
