import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { addLimit } from '#kernel/time/limits.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { disclosureErrors } from '../errors.ts'
import { issueLetter, unitOf } from '../issue-letter.ts'
import { yuanText } from '../money.ts'
import { defineRequestCommand } from '../request-command.ts'
import { dropped, paymentClock, paymentLimit } from '../rules/clocks.ts'
import { feeOf } from '../rules/fees.ts'
import { FeeMethod, RequestNumber } from '../schema.ts'
import { countEarlierItems } from '../store/request-lists.ts'
import { tellApplicant } from '../tell.ts'

/** By items or by pages, never both, once for an application, and only beyond what is free (O-10 to O-12). The time for the answer starts again with the payment. */
export const demandFee = defineRequestCommand({
  name: 'disclosure.demand-fee',
  command: 'demand-fee',
  summary: 'Asks the applicant for the processing fee by one method; who does not pay in time is no longer answered',
  input: z.object({ number: RequestNumber, method: FeeMethod, items: z.coerce.number().int().min(1).max(1000).default(1), pages: z.coerce.number().int().min(1).max(100_000).optional() }),
  refusals: [disclosureErrors.feeDemandedAlready, disclosureErrors.feeFree, disclosureErrors.pagesMissing],
  example: { method: 'pages', pages: 131 },
  async effect(ctx, { request }, { method, items, pages }) {
    const { matter, receivedOn } = request
    if (request.feeDemandedAt !== null) throw new Refusal(disclosureErrors.feeDemandedAlready)
    if (method === 'pages' && pages === undefined) throw new Refusal(disclosureErrors.pagesMissing, {}, [{ pointer: '/pages', code: disclosureErrors.pagesMissing.code }])
    if (receivedOn === null) throw new Error(`${matter.number} was not received`)
    const unitId = unitOf(request)
    const earlierItems = await countEarlierItems(ctx.db, { id: matter.id, unitId, applicantId: request.applicantId, month: receivedOn })
    const fen = feeOf({ method, earlierItems, items, pages: pages ?? 0 })
    if (fen === 0) throw new Refusal(disclosureErrors.feeFree, { method, earlierItems })
    const payBy = addLimit(ctx.services.legalCalendar.of(matter), ctx.now, paymentLimit).day
    const amount = yuanText(fen)
    await issueLetter(ctx, request, 'fee', { amount, payBy, ...(method === 'pages' ? { pages } : { totalItems: earlierItems + items }) })
    await tellApplicant(ctx, { ...request, matterId: matter.id }, 'fee-demanded', { number: matter.number, amount, day: payBy })
    return {
      to: 'awaitingPayment',
      detail: { method, items, pages, fen },
      timers: [...dropped(matter.timers, ['answer'], { at: ctx.now, reason: texts.endReasons.fee }), paymentClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now })],
      change: { items, fee_method: method, fee_pages: method === 'pages' ? (pages ?? null) : null, fee_fen: fen, fee_demanded_at: ctx.now },
    }
  },
})
