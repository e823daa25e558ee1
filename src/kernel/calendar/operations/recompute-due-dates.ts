import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { recomputeBatch } from '../recompute.ts'

/** One batch of the recompute that a change of the calendar asks for; the job repeats it while there is more. */
export const recomputeDueDates = defineOperation({
  name: 'kernel.recompute-due-dates',
  summary: 'Counts the next open clocks again with the newest calendar',
  kind: 'command',
  access: { permission: 'calendar:recompute' },
  input: z.object({ matters: z.int().min(1).max(10_000).default(2_000) }),
  output: z.object({ more: z.boolean(), timers: z.number(), moved: z.number() }),
  refusals: [],
  run: (ctx, { matters }) => recomputeBatch(ctx, matters),
})
