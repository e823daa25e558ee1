import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { caseErrors } from '../errors.ts'
import type { CaseState } from '../lifecycle.ts'
import { paymentChannelOf, windowChannel, windowChannelName } from '../payment-channel.ts'
import { recordCaseStep } from '../record-step.ts'
import { refundCauses, yuanText } from '../rules/fees.ts'
import { listFeesOf, markFeeRefunded } from '../store/fees.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** Gives back the fee that was paid last, whole, the way it came. */
export const refundFee = defineCaseCommand({
  name: 'cases.refund-fee',
  command: 'refund-fee',
  summary: 'Refunds the fee that was paid last through the channel that it came by',
  fields: { cause: z.enum(refundCauses) },
  refusals: [caseErrors.nothingPaid, caseErrors.paymentNotConnected],
  example: { cause: 'overpaid' },
  async run(ctx, record, { cause }) {
    const fee = (await listFeesOf(ctx.db, record.matter.id)).findLast((one) => one.state === 'paid')
    if (fee === undefined) throw new Refusal(caseErrors.nothingPaid)
    const channel = fee.channel === windowChannelName ? windowChannel(fee.channelReference ?? '') : paymentChannelOf(ctx.services.config)
    if (channel === undefined || channel.name !== fee.channel) throw new Refusal(caseErrors.paymentNotConnected)
    const { reference } = await channel.refund({ id: fee.id, amountMinor: fee.amountMinor, subject: fee.name })
    const changed = await recordCaseStep(ctx, record, {
      command: 'refund-fee',
      to: record.matter.state as CaseState,
      detail: { fee: fee.id, amountMinor: fee.amountMinor, cause, reference },
      change: { fee_state: 'refunded' },
    })
    await markFeeRefunded(ctx.db, fee.id, { at: ctx.now, cause, reference })
    await tellParties(ctx, changed, 'feeRefunded', { amount: yuanText(fee.amountMinor) })
    return { record: changed, documents: [] }
  },
})
