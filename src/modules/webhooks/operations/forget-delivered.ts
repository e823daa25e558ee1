import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayMs } from '#kernel/time/day.ts'
import { forgetDelivered } from '../store/outbox.ts'

const keptDays = 30

export const forgetDeliveredOperation = defineOperation({
  name: 'webhooks.forget-delivered',
  summary: 'Forgets what was delivered more than thirty days ago; the ledger keeps it',
  kind: 'command',
  access: { permission: 'webhooks:deliver' },
  input: z.object({}),
  output: z.object({ forgotten: z.int() }),
  refusals: [],
  run: async ({ db, now }) => ({ forgotten: await forgetDelivered(db, new Date(now.getTime() - keptDays * dayMs)) }),
})
