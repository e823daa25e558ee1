import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { raiseSignals as raise } from '../raise.ts'

/** One batch of the signals that are due; the job repeats it while there is more. */
export const raiseSignals = defineOperation({
  name: 'kernel.raise-signals',
  summary: 'Fires the reminders and signals whose rung was reached',
  kind: 'command',
  access: { permission: 'signals:raise' },
  input: z.object({ clocks: z.int().min(1).max(5_000).default(500) }),
  output: z.object({ more: z.boolean(), raised: z.number() }),
  refusals: [],
  run: (ctx, { clocks }) => raise(ctx, clocks),
})
