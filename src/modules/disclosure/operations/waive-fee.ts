import { z } from 'zod'
import { defineRequestCommand } from '../request-command.ts'
import { RequestNumber, Statement } from '../schema.ts'
import { feeSettled } from '../settle-fee.ts'

/** The head waives a fee, for somebody in need or where it is not worth the letter; the reason is kept. */
export const waiveFee = defineRequestCommand({
  name: 'disclosure.waive-fee',
  command: 'waive-fee',
  summary: 'Waives the fee of an application for a reason',
  input: z.object({ number: RequestNumber, reason: Statement }),
  example: { reason: '申请人属于最低生活保障对象' },
  async effect(ctx, { request }, { reason }) {
    const settled = await feeSettled(ctx, request)
    return { ...settled, detail: { fen: request.feeFen }, change: { ...settled.change, fee_waived_at: ctx.now }, note: { text: reason, published: false } }
  },
})
