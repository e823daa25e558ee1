import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listLapsedStops as readStops } from '#kernel/signals/lapsed-stops.ts'

/** Cases whose special procedure has taken as long as the applicant was told, for the job that resumes them. */
export const listLapsedStops = defineOperation({
  name: 'cases.list-lapsed-stops',
  summary: 'Lists cases whose special procedure has reached its own limit',
  kind: 'query',
  access: { permission: 'cases:apply-law' },
  input: z.strictObject({ limit: z.int().min(1).max(1000) }),
  output: z.object({ items: z.array(z.object({ number: z.string(), endedAt: z.string() })) }),
  refusals: [],
  async run(ctx, { limit }) {
    const stops = await readStops(ctx.db, { kind: 'case', now: ctx.now, limit })
    return { items: stops.map(({ number, endedAt }) => ({ number, endedAt: instantText(endedAt) })) }
  },
})
