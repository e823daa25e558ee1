import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { expireRunOut } from '../store/certificate-steps.ts'

const batch = 500

/** Brings the state after the calendar. Nothing waits for it: an expired certificate is refused by its date (D-05). */
export const markExpired = defineOperation({
  name: 'certificates.mark-expired',
  summary: 'Marks certificates whose last day has passed as expired, a batch at a time',
  kind: 'command',
  access: { permission: 'certificates:apply-law' },
  input: z.object({}),
  output: z.object({ expired: z.int(), more: z.boolean() }),
  refusals: [],
  async run(ctx) {
    const expired = await expireRunOut(ctx.db, { today: dayOf(ctx.now), at: ctx.now, actor: actorOf(ctx.caller), limit: batch })
    return { expired, more: expired === batch }
  },
})
