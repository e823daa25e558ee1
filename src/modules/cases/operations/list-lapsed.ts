import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { lapsingClocks } from '../rules/clocks.ts'
import { listLapsed as readLapsed } from '../store/lists.ts'

const Clock = z.enum(lapsingClocks)

/** Clocks whose end has an effect by law, for the job that applies it. */
export const listLapsed = defineOperation({
  name: 'cases.list-lapsed-clocks',
  summary: 'Lists cases on which the law acts because a clock ran out',
  kind: 'query',
  access: { permission: 'cases:apply-law' },
  input: z.strictObject({ limit: z.int().min(1).max(1000), cursor: z.string().max(200).optional() }),
  output: z.object({ items: z.array(z.object({ number: z.string(), clock: Clock })), nextCursor: z.string().nullable() }),
  refusals: [],
  async run(ctx, { limit, cursor }) {
    const key = decodeCursor(cursor)
    const rows = await readLapsed(ctx.db, ctx.now, { clocks: lapsingClocks, limit: limit + 1, after: key?.at ? { at: key.at, id: key.id } : undefined })
    const { items, nextCursor } = pageOf(rows, limit, ({ dueAt, id }) => ({ at: dueAt, id }))
    return { items: items.map(({ number, clock }) => ({ number, clock: Clock.parse(clock) })), nextCursor }
  },
})
