import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { seesEveryReview } from '../access.ts'
import { evaluationErrors } from '../errors.ts'
import { findReasonOfExclusion } from '../exclude-review.ts'
import { ownEvents } from '../own-events.ts'
import { isCovered } from '../rules/reviews.ts'
import { CaseNumber } from '../schema.ts'
import { listReviewsOfCase, type StoredReview } from '../store/reviews.ts'
import { listServiceEvents, type ServiceEvent } from '../store/evaluable-events.ts'

const Item = z.object({
  serviceNumber: z.number().int(),
  kind: z.string(),
  happenedAt: z.string(),
  unitId: z.string(),
  itemName: z.string().nullable(),
  mayEvaluate: z.boolean(),
  review: z
    .object({
      id: z.string(),
      grade: z.number().int(),
      reasons: z.array(z.string()),
      text: z.string().nullable(),
      anonymous: z.boolean(),
      evaluatedAt: z.string(),
      excluded: z.boolean(),
      /** Why it does not count; who decided and in which words is for the office. */
      exclusion: z.object({ ground: z.string(), excludedAt: z.string(), reviewer: z.string().nullable(), reason: z.string().nullable() }).nullable(),
      reply: z.string().nullable(),
      rectification: z.object({ number: z.string(), state: z.string() }).nullable(),
    })
    .nullable(),
})

/** The person who was served sees his own services; the office's reviewing department and the supervisors see all of them, but nobody those about himself (E-06). */
export const listForCase = defineOperation({
  name: 'evaluations.list-for-case',
  summary: 'Lists the services of a case with their evaluations and replies',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/evaluations' },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ number: CaseNumber, queryCode: z.string().min(1).max(100).optional() }),
  output: z.object({ items: z.array(Item), nextCursor: z.null() }),
  refusals: [evaluationErrors.eventUnknown],
  examples: [{ summary: 'For whoever was served', input: { number: '11440114MB2C0000194440123020000202609070001' } }],
  async run(ctx, { number, queryCode }) {
    const events = await reachedEvents(ctx, await listServiceEvents(ctx.db, number), queryCode)
    if (events.length === 0) throw new Refusal(evaluationErrors.eventUnknown)
    const reviews = new Map((await listReviewsOfCase(ctx.db, number)).map((review) => [review.eventId, review]))
    const maySpeak = ctx.caller.kind === 'person' || ctx.caller.kind === 'anonymous'
    const items = await Promise.all(
      events.map(async (event) => {
        const review = reviews.get(event.id)
        const { serviceNumber, kind, unitId, itemName, itemType } = event
        return {
          serviceNumber,
          kind,
          unitId,
          itemName,
          happenedAt: instantText(event.happenedAt),
          mayEvaluate: maySpeak && review === undefined && isCovered(itemType),
          review: review === undefined ? null : await shownReview(ctx, review),
        }
      }),
    )
    return { items, nextCursor: null }
  },
})

async function reachedEvents(ctx: Ctx, events: readonly ServiceEvent[], queryCode: string | undefined): Promise<readonly ServiceEvent[]> {
  const { caller } = ctx
  if (caller.kind === 'person' || caller.kind === 'anonymous') return ownEvents(ctx, events, queryCode)
  const office = await getOffice(ctx.db)
  return seesEveryReview(caller, office.id) ? events.filter((event) => caller.kind !== 'staff' || event.staffId !== caller.id) : []
}

async function shownReview(ctx: Ctx, review: StoredReview): Promise<NonNullable<z.input<typeof Item>['review']>> {
  const { id, grade, anonymous, evaluatedAt, excluded, rectificationNumber, rectificationState } = review
  return {
    id,
    grade,
    anonymous,
    excluded,
    exclusion: excluded ? await shownExclusion(ctx, id) : null,
    reasons: [...review.reasons],
    text: await openText(ctx, review.evaluatorId, review.sealedText),
    evaluatedAt: instantText(evaluatedAt),
    reply: await openText(ctx, review.evaluatorId, review.sealedReply),
    rectification: rectificationNumber === null || rectificationState === null ? null : { number: rectificationNumber, state: rectificationState },
  }
}

async function shownExclusion(ctx: Ctx, reviewId: string): Promise<NonNullable<z.input<typeof Item>['review']>['exclusion']> {
  const found = await findReasonOfExclusion(ctx, reviewId)
  if (found === undefined) return null
  const { ground, excludedAt, reviewer, reason } = found
  const forOffice = ctx.caller.kind === 'staff' || ctx.caller.kind === 'system'
  return { ground, excludedAt: instantText(excludedAt), reviewer: forOffice ? reviewer : null, reason: forOffice ? reason : null }
}

/** A text without numbers; null if there is none, or if its subject was forgotten. */
async function openText(ctx: Ctx, subjectId: string, box: Buffer | null): Promise<string | null> {
  const text = box === null ? undefined : await ctx.services.vault.open<string>(ctx.db, subjectId, box)
  return text === undefined ? null : withoutNumbers(text)
}
