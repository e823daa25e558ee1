import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { listDocuments, renderDocument } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isUrgingKind, urgingLetters } from '../documents/templates.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor } from '../order-view.ts'
import { OrderNumber } from '../schema.ts'

/** 督办单 and 通报批评 of an order: for the hotline, the units that have it and the supervisors; they are no business of the caller's. */
export const getOrderDocument = defineOperation({
  name: 'hotline.get-order-document',
  summary: 'Gives the reminder or the criticism of an overdue order as PDF',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders/{number}/documents/{documentId}' },
  access: { permission: 'hotline:list' },
  input: z.object({ number: OrderNumber, documentId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [hotlineErrors.orderUnknown, documentErrors.unknown, documentErrors.altered, documentErrors.forgotten],
  examples: [{ summary: 'The reminder', input: { number: 'RX2026090700001', documentId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, documentId }) {
    const { order } = await getOrderFor(ctx, number, false)
    const found = (await listDocuments(ctx.db, order.matter.id)).find(({ id }) => id === documentId)
    if (found === undefined || !isUrgingKind(found.kind)) throw new Refusal(documentErrors.unknown)
    return renderDocument(ctx, documentId, urgingLetters[found.kind])
  },
})
