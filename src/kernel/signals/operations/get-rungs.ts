import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { Rungs } from '../rungs.ts'
import { rungsOn } from '../store.ts'

/** The rungs in force on a day, today unless told. */
export const getRungs = defineOperation({
  name: 'kernel.get-signal-rungs',
  summary: 'Shows at which points of promises and limits reminders and signals are raised',
  kind: 'query',
  http: { method: 'GET', path: '/signals/rungs' },
  access: { permission: 'signals:read' },
  input: z.object({ on: Day.optional() }),
  output: z.object({ rungs: Rungs }),
  refusals: [],
  examples: [{ summary: 'The rungs of today', input: {} }],
  run: async (ctx, { on }) => ({ rungs: await rungsOn(ctx.db, on ?? dayOf(ctx.now)) }),
})
