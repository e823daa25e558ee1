import { z } from 'zod'
import { defineDocumentOperation, defineDocumentWordsOperation, type DocumentView } from '#kernel/documents/document-operations.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isUrgingKind, urgingLetters } from '../documents/templates.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor } from '../order-view.ts'
import { OrderNumber } from '../schema.ts'

const Input = z.object({ number: OrderNumber, documentId: z.uuid() })

/** 督办单 and 通报批评 of an order: for the hotline, the units that have it and the supervisors; they are no business of the caller's. */
const view: DocumentView<'hotline.get-order-document', typeof Input> = {
  name: 'hotline.get-order-document',
  subject: 'the reminder or the criticism of an overdue order',
  path: '/hotline/orders/{number}/documents/{documentId}',
  access: { permission: 'hotline:list' },
  input: Input,
  refusals: [hotlineErrors.orderUnknown],
  example: { summary: 'The reminder', input: { number: 'RX2026090700001', documentId: '01999999-0000-7000-8000-000000000000' } },
  async find(ctx, { number, documentId }) {
    const { order } = await getOrderFor(ctx, number, false)
    const found = (await listDocuments(ctx.db, order.matter.id)).find(({ id }) => id === documentId)
    if (found === undefined || !isUrgingKind(found.kind)) throw new Refusal(documentErrors.unknown)
    return { id: documentId, template: urgingLetters[found.kind] }
  },
}

export const getOrderDocument = defineDocumentOperation(view)
export const getOrderDocumentWords = defineDocumentWordsOperation(view)
