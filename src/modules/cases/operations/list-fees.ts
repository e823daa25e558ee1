import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { paymentChannelOf } from '../payment-channel.ts'
import { publishedFees } from '../rules/fees.ts'
import { CaseNumber } from '../schema.ts'
import { listFeesOf } from '../store/fees.ts'

const Moment = z.string().nullable()

const CaseFee = z.object({
  id: z.uuid(),
  name: z.string(),
  standard: z.string(),
  basis: z.string(),
  calculation: z.string().nullable(),
  amountMinor: z.int(),
  state: z.enum(['due', 'paid', 'refunded']),
  demandedAt: z.string(),
  paidAt: Moment,
  channel: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  refundedAt: Moment,
  refundCause: z.string().nullable(),
})

/** What a case costs, what was paid and given back. A case has few fees, so they come whole. */
export const listFees = defineOperation({
  name: 'cases.list-fees',
  summary: 'Lists the fees of a case with their payments, and the published fees that may be demanded in it',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/fees' },
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber }),
  output: z.object({
    items: z.array(CaseFee),
    published: z.array(z.object({ name: z.string(), standard: z.string(), amountMinor: z.int().nullable() })),
    /** The channel through which a fee can be paid here; null: at the window only. */
    channel: z.string().nullable(),
    nextCursor: z.null(),
  }),
  refusals: [caseErrors.unknown],
  examples: [{ summary: 'The fees of one case', input: { number: '11440114MB2C0000194440123020000202609070001' } }],
  async run(ctx, { number }) {
    const record = await seeCase(ctx, number, false)
    const moment = (at: Date | null): string | null => (at === null ? null : instantText(at))
    const fees = record.detail.fee_state === 'none' ? [] : await listFeesOf(ctx.db, record.matter.id)
    return {
      items: fees.map(({ id, name, standard, basis, calculation, amountMinor, state, demandedAt, paidAt, channel, receiptNumber, refundedAt, refundCause }) => ({
        id, name, standard, basis, calculation, amountMinor, state, demandedAt: instantText(demandedAt), paidAt: moment(paidAt), channel, receiptNumber, refundedAt: moment(refundedAt), refundCause,
      })),
      published: publishedFees(await itemOf(ctx, record)).map(({ name, standard, amountMinor }) => ({ name, standard, amountMinor })),
      channel: paymentChannelOf(ctx.services.config)?.name ?? null,
      nextCursor: null,
    }
  },
})
