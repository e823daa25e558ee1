import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isEvidenceOf } from '#kernel/evidence/evidence.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor } from '../order-view.ts'
import { OrderNumber } from '../schema.ts'

/** The evidence of a claimed return, for the hotline and the units. */
export const getOrderFile = defineOperation({
  name: 'hotline.get-order-file',
  summary: 'Gives a file that is evidence of a claimed return',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders/{number}/files/{fileId}' },
  access: { permission: 'hotline:list' },
  input: z.object({ number: OrderNumber, fileId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [hotlineErrors.orderUnknown, fileErrors.notFound],
  examples: [{ summary: 'The page of the duty list', input: { number: 'RX2026090700001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { order } = await getOrderFor(ctx, number, false)
    if (!(await isEvidenceOf(ctx.db, order.matter.id, fileId))) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
    return readFileFor(ctx, fileId, { matterId: order.matter.id, purpose: 'hotline.return' })
  },
})
