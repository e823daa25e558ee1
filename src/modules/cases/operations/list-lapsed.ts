import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listLapsed as readLapsed } from '../store/lists.ts'

const Clock = z.enum(['acceptance-notice', 'correction', 'gap', 'renewal-expiry'])

/** Clocks whose end has an effect by law, for the job that applies it. */
export const listLapsed = defineOperation({
  name: 'cases.list-lapsed-clocks',
  summary: 'Lists cases on which the law acts because a clock ran out',
  kind: 'query',
  access: { permission: 'cases:apply-law' },
  input: z.strictObject({ limit: z.int().min(1).max(1000) }),
  output: z.object({ items: z.array(z.object({ number: z.string(), clock: Clock })) }),
  refusals: [],
  async run(ctx, { limit }) {
    const rows = await readLapsed(ctx.db, ctx.now, limit)
    return { items: rows.map(({ number, clock }) => ({ number, clock: Clock.parse(clock) })) }
  },
})
