import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import type { RecordState } from '../lifecycle.ts'
import { listOwnRows } from '../store/record-lists.ts'

const open = ['draft', 'underReview', 'cleared', 'toWithdraw'] as const

/** The lists of a unit, by what a record waits for. */
const views = {
  drafts: ['draft'],
  toReview: ['underReview'],
  toPublish: ['cleared'],
  toWithdraw: ['toWithdraw'],
  overdue: open,
  published: ['published'],
  ended: ['withheld', 'discarded', 'withdrawn', 'repealed', 'expired'],
} as const satisfies Record<string, readonly RecordState[]>

const Row = z.object({
  number: z.string(),
  state: z.string(),
  unitId: z.string(),
  class: z.string().nullable(),
  theme: z.string(),
  title: z.string(),
  indexNo: z.string().nullable(),
  /** Of the clock that ends next. */
  dueAt: z.string().nullable(),
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
})

export const listOwnRecords = defineOperation({
  name: 'publication.list-own-records',
  summary: 'Lists the records that the caller writes, reviews or oversees, the newest first',
  kind: 'query',
  http: { method: 'GET', path: '/public-records' },
  access: { permission: 'publication:list' },
  input: z.object({
    view: z.enum(Object.keys(views) as [keyof typeof views, ...(keyof typeof views)[]]).default('drafts'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits for its secrecy review', input: { view: 'toReview' } }],
  async run(ctx, { view, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listOwnRows(ctx.db, { units: scope === 'all' ? null : scope, states: views[view], overdueAt: view === 'overdue' ? ctx.now : null, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ id: _id, dueAt, ...row }) => ({ ...row, dueAt: dueAt === null ? null : instantText(dueAt), overdue: dueAt !== null && ctx.now > dueAt })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
