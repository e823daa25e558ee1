import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { isBad } from '../rules/reviews.ts'
import { Grade } from '../schema.ts'
import { evaluationSettings } from '../settings.ts'
import { listPublicReviews, type StoredReview } from '../store/reviews.ts'

const PublishedReview = z.object({
  id: z.string(),
  day: z.string(),
  unitId: z.string(),
  itemName: z.string().nullable(),
  kind: z.string(),
  grade: z.number().int(),
  reasons: z.array(z.string()),
  text: z.string().nullable(),
  /** Whether the evaluator gave a name; the name itself is never published. */
  anonymous: z.boolean(),
  reply: z.string().nullable(),
})

/** Evaluations and replies are public (上海市优化营商环境条例 art. 30): no name, no case, no member of staff, and no number in a text. */
export const listPublic = defineOperation({
  name: 'evaluations.list-public',
  summary: 'Lists the published evaluations and the replies to them, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/evaluations' },
  access: 'public',
  input: z.object({
    unitId: z.string().max(100).optional(),
    grade: Grade.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(PublishedReview), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest evaluations', input: { limit: 5 } }],
  async run(ctx, { unitId, grade, limit, cursor }) {
    const found = await listPublicReviews(ctx.db, { unitId: unitId ?? null, grade: grade ?? null, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: await publish(ctx, page), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})

/** Opens all texts and replies with one look-up of keys. */
async function publish(ctx: Ctx, reviews: readonly StoredReview[]): Promise<z.input<typeof PublishedReview>[]> {
  const boxes = reviews.flatMap(({ evaluatorId, sealedText, sealedReply }) => [sealedText, sealedReply].flatMap((box) => (box === null ? [] : [{ subjectId: evaluatorId, box }])))
  const opened = await ctx.services.vault.openMany<string>(ctx.db, boxes)
  const texts = new Map(boxes.map(({ box }, index) => [box, opened[index]]))
  const textOf = (box: Buffer | null): string | null => {
    const text = box === null ? undefined : texts.get(box)
    return text === undefined ? null : withoutNumbers(text)
  }
  const waits = settingsAt(ctx, evaluationSettings).textsShown === 'withReply'
  return reviews.map(({ id, evaluatedAt, unitId, itemName, kind, grade, reasons, anonymous, sealedText, sealedReply }) => ({
    id,
    unitId,
    itemName,
    kind,
    grade,
    anonymous,
    day: dayOf(evaluatedAt),
    reasons: [...reasons],
    text: waits && isBad(grade) && sealedReply === null ? null : textOf(sealedText),
    reply: textOf(sealedReply),
  }))
}
