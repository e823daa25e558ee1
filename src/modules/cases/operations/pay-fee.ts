import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { caseErrors } from '../errors.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { itemOf } from '../item-of.ts'
import type { CaseState } from '../lifecycle.ts'
import { type PaymentChannel, paymentChannelOf, windowChannel } from '../payment-channel.ts'
import { recordCaseStep } from '../record-step.ts'
import { resumedClocks } from '../resumed-clocks.ts'
import { waitsForPayment, yuanText } from '../rules/fees.ts'
import { listFeesOf, markFeePaid } from '../store/fees.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

/** Pays what is due, online by the applicant's side or over the counter of a window: the receipt is issued in the same transaction, and a case that waited for the money goes on. */
export const payFee = defineCaseCommand({
  name: 'cases.pay-fee',
  command: 'pay-fee',
  summary: 'Pays the fee that is due through the payment channel of the office, or records that it was paid at the window, and issues the receipt',
  fields: {
    /** Only at the window: the number of the cash desk’s slip. */
    slipNumber: z.string().min(1).max(60).optional(),
  },
  refusals: [caseErrors.nothingDue, caseErrors.paymentNotConnected, caseErrors.slipMissing],
  example: {},
  async run(ctx, record, { slipNumber }) {
    const { matter } = record
    const fee = (await listFeesOf(ctx.db, matter.id)).find((one) => one.state === 'due')
    if (fee === undefined) throw new Refusal(caseErrors.nothingDue)
    const channel = channelFor(ctx, slipNumber)
    const { reference } = await channel.charge({ id: fee.id, amountMinor: fee.amountMinor, subject: fee.name })
    const amount = yuanText(fee.amountMinor)
    const document = await issueCaseDocument(ctx, record, {
      kind: 'feeReceipt',
      item: await itemOf(ctx, record),
      data: { feeName: fee.name, standard: fee.standard, amount, paidOn: dayOf(ctx.now), channel: texts.paymentChannels[channel.name as keyof typeof texts.paymentChannels], reference },
    })
    const resumes = matter.state === 'suspended' && waitsForPayment(matter.timers)
    const changed = await recordCaseStep(ctx, record, {
      command: 'pay-fee',
      to: resumes ? 'inReview' : (matter.state as CaseState),
      timers: resumes ? await resumedClocks(ctx, record, ctx.now) : [],
      detail: { fee: fee.id, amountMinor: fee.amountMinor, channel: channel.name, reference, receipt: document.number },
      change: { fee_state: 'paid' },
    })
    await markFeePaid(ctx.db, fee.id, { at: ctx.now, channel: channel.name, reference, receiptNumber: document.number })
    await tellParties(ctx, changed, 'feePaid', { amount, receipt: document.number })
    return { record: changed, documents: [document] }
  },
})

function channelFor({ caller, services }: Ctx, slipNumber: string | undefined): PaymentChannel {
  if (caller.kind === 'staff') {
    if (slipNumber === undefined) throw new Refusal(caseErrors.slipMissing, {}, [{ pointer: '/slipNumber', code: caseErrors.slipMissing.code }])
    return windowChannel(slipNumber)
  }
  const channel = paymentChannelOf(services.config)
  if (channel === undefined) throw new Refusal(caseErrors.paymentNotConnected)
  return channel
}
