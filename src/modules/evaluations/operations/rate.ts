import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { evaluationErrors } from '../errors.ts'
import { ownEvents } from '../own-events.ts'
import { openRectification } from '../open-rectification.ts'
import { isBad, isCovered } from '../rules/reviews.ts'
import { Rating } from '../schema.ts'
import { insertReview } from '../store/reviews.ts'
import { listServiceEvents, type ServiceEvent } from '../store/evaluable-events.ts'

/** One evaluation for one service that happened, by the person who was served and nobody else: a program that evaluates has no evaluator behind it. */
export const rate = defineOperation({
  name: 'evaluations.rate',
  summary: 'Evaluates one service of a case; a bad evaluation opens a rectification',
  kind: 'command',
  http: { method: 'POST', path: '/cases/{number}/evaluations', status: 201 },
  access: 'public',
  rate: { perMinute: 30 },
  input: Rating,
  output: z.object({ reviewId: z.string(), serviceNumber: z.number().int(), grade: z.number().int(), evaluatedAt: z.string(), rectificationNumber: z.string().nullable() }),
  refusals: [
    evaluationErrors.evaluatorMissing,
    evaluationErrors.eventUnknown,
    evaluationErrors.eventNotHappened,
    evaluationErrors.itemTypeNotCovered,
    evaluationErrors.alreadyEvaluated,
  ],
  examples: [{ summary: 'Very satisfied, with a reason', input: { number: '11440114MB2Y00021R4440000000001202609070001', grade: 5, reasons: ['510'] } }],
  async run(ctx, input) {
    const event = chooseEvent(await listOwnEvents(ctx, input), input.serviceNumber)
    if (event.happenedAt > ctx.now) throw new Refusal(evaluationErrors.eventNotHappened)
    if (!isCovered(event.itemType)) throw new Refusal(evaluationErrors.itemTypeNotCovered, { itemType: event.itemType })
    const { grade, reasons, text, anonymous, channel } = input
    const id = newId(ctx.now.getTime())
    const sealedText = text === undefined || text === '' ? null : await ctx.services.vault.seal(ctx.db, event.personId, text)
    const stored = await insertReview(ctx.db, { id, eventId: event.id, evaluatorId: event.personId, grade, reasons, sealedText, anonymous, channel, evaluatedAt: ctx.now })
    if (!stored) throw new Refusal(evaluationErrors.alreadyEvaluated)
    const rectificationNumber = isBad(grade) ? await openRectification(ctx, event, { id, grade, anonymous }) : null
    ctx.publish('evaluations.review-given', { reviewId: id, matterId: event.matterId, unitId: event.unitId, grade })
    return { reviewId: id, serviceNumber: event.serviceNumber, grade, evaluatedAt: instantText(ctx.now), rectificationNumber }
  },
})

/** The services of the case in which this caller was served; whoever was not is told that there are none. */
async function listOwnEvents(ctx: Ctx, { number, queryCode }: z.output<typeof Rating>): Promise<readonly ServiceEvent[]> {
  if (ctx.caller.kind === 'staff' || ctx.caller.kind === 'system' || (ctx.caller.kind === 'anonymous' && queryCode === undefined)) throw new Refusal(evaluationErrors.evaluatorMissing)
  const own = ownEvents(ctx, await listServiceEvents(ctx.db, number), queryCode)
  if (own.length === 0) throw new Refusal(evaluationErrors.eventUnknown)
  return own
}

/** The service asked for, or the latest that is not yet evaluated. */
function chooseEvent(own: readonly ServiceEvent[], serviceNumber: number | undefined): ServiceEvent {
  if (serviceNumber !== undefined) {
    const asked = own.find((event) => event.serviceNumber === serviceNumber)
    if (asked === undefined) throw new Refusal(evaluationErrors.eventUnknown)
    return asked
  }
  const open = own.findLast((event) => event.reviewId === null)
  if (open === undefined) throw new Refusal(evaluationErrors.alreadyEvaluated)
  return open
}
