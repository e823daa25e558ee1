import { z } from 'zod'
import { defineRequestCommand } from '../request-command.ts'
import { RequestNumber } from '../schema.ts'
import { feeSettled } from '../settle-fee.ts'

export const recordPayment = defineRequestCommand({
  name: 'disclosure.record-payment',
  command: 'record-payment',
  summary: 'Records that the fee was paid, with the number of the voucher',
  input: z.object({ number: RequestNumber, receipt: z.string().trim().min(1).max(40).regex(/^[0-9A-Za-z-]+$/) }),
  example: { receipt: '4401000123456789' },
  async effect(ctx, { request }, { receipt }) {
    const settled = await feeSettled(ctx, request)
    return { ...settled, detail: { fen: request.feeFen }, change: { ...settled.change, fee_paid_at: ctx.now, fee_receipt: receipt } }
  },
})
