import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listToReview } from '../store/event-lists.ts'
import { tellUnit } from '../tell.ts'

const batch = 500

/** Run every morning: the centre is told which shelved events are to be looked at again, every day until it has (G-06). */
export const remindShelved = defineOperation({
  name: 'grid.remind-shelved',
  summary: 'Tells the command centres which shelved events are to be reviewed today',
  kind: 'command',
  access: { permission: 'grid:remind' },
  input: z.object({}),
  output: z.object({ reminded: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const due = await listToReview(ctx.db, dayOf(ctx.now), batch)
    for (const { id, number, unitId } of due) await tellUnit(ctx, { unitId, role: 'gridCommander', matterId: id }, 'review-due', { number })
    return { reminded: due.length }
  },
})
