import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { dayOf } from '#kernel/time/day.ts'
import { patrolLifecycle } from '../lifecycle.ts'
import { findPatrol, openPatrolsUntil } from '../store/patrols.ts'

/** Run in the evening: what was not made by then was missed, and the draw may be seen by everybody (S-04). */
export const endPatrols = defineOperation({
  name: 'supervision.end-patrols',
  summary: 'Ends the patrols of the day; visits that were not made stand as missed',
  kind: 'command',
  access: { permission: 'supervision:run' },
  input: z.object({}),
  output: z.object({ ended: z.number().int(), missed: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const counts = { ended: 0, missed: 0 }
    for (const number of await openPatrolsUntil(ctx.db, dayOf(ctx.now))) {
      const patrol = await findPatrol(ctx.db, number, true)
      if (patrol === undefined) continue
      const missed = patrol.visits.filter(({ visitedAt }) => visitedAt === null).length
      await recordStep(ctx, patrolLifecycle, patrol.matter, { command: 'end', to: 'ended', outcome: missed === 0 ? 'complete' : 'incomplete', detail: { missed } })
      counts.ended += 1
      counts.missed += missed
    }
    return counts
  },
})
