import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { queueScope } from '../access.ts'
import { listQueue, type QueuedRectification } from '../store/rectifications.ts'

const Row = z.object({
  number: z.string(),
  state: z.string(),
  openedAt: z.string(),
  /** Of the clock that ends next. */
  dueAt: z.string().nullable(),
  /** Rests on a year whose arrangement is not published yet and may still move (T-14). */
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  grade: z.number().int(),
  anonymous: z.boolean(),
  unitId: z.string(),
  handlingUnitId: z.string().nullable(),
  staffId: z.string().nullable(),
  itemName: z.string().nullable(),
})

/** The queue of a handler, oldest first: the limits are the same for all, so the oldest is due first. */
export const listRectifications = defineOperation({
  name: 'evaluations.list-rectifications',
  summary: 'Lists the rectifications that the caller handles or oversees, oldest first',
  kind: 'query',
  http: { method: 'GET', path: '/rectifications' },
  access: { permission: 'evaluations:list-rectifications' },
  input: z.object({
    state: z.string().max(20).optional(),
    closed: z.stringbool().or(z.boolean()).default(false),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits for first contact', input: { state: 'opened' } }],
  async run(ctx, { state, closed, limit, cursor }) {
    const scope = queueScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listQueue(ctx.db, { units: scope === 'all' ? null : scope, state: state ?? null, closed, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map((row) => shownRow(row, ctx.now)),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

function shownRow(row: QueuedRectification, now: Date): z.input<typeof Row> {
  const { number, state, openedAt, dueAt, dueProvisional, grade, anonymous, unitId, handlingUnitId, staffId, itemName } = row
  const due = { dueAt: dueAt === null ? null : instantText(dueAt), dueProvisional, overdue: dueAt !== null && now > dueAt }
  return { number, state, openedAt: instantText(openedAt), ...due, grade, anonymous, unitId, handlingUnitId, staffId, itemName }
}
