import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { hotlineErrors } from '../errors.ts'
import { isScan } from '../letter-scans.ts'
import { getOrderFor, readsCaller } from '../order-view.ts'
import { OrderNumber } from '../schema.ts'

/** The evidence of a claimed return, for the hotline and the units; the letter by which the order came, for those of them who may know who called (H-11). Each reading is recorded. */
export const getOrderFile = defineOperation({
  name: 'hotline.get-order-file',
  summary: 'Gives a file of an order: the evidence of a claimed return, or the scan of the letter by which it came',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders/{number}/files/{fileId}' },
  access: { permission: 'hotline:list' },
  input: z.object({ number: OrderNumber, fileId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [hotlineErrors.orderUnknown, fileErrors.notFound],
  examples: [{ summary: 'The page of the duty list', input: { number: 'RX2026090700001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { order, reach } = await getOrderFor(ctx, number, false)
    const matterId = order.matter.id
    const found = (await listEvidence(ctx.db, matterId)).find((evidence) => evidence.fileId === fileId)
    if (found !== undefined && !isScan(found)) return readFileFor(ctx, fileId, { matterId, purpose: 'hotline.return' })
    if (found === undefined || !readsCaller(reach, order)) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
    return readFileFor(ctx, fileId, { matterId, subjectId: order.callerId, purpose: 'hotline.letter' })
  },
})
