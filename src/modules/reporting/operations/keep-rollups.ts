import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { addCalendarDays, dayOf } from '#kernel/time/day.ts'
import { readingOf } from '../figures-of.ts'
import { dailyMetrics } from '../registry.ts'
import { rollUpTo } from '../store/rollups.ts'

/** Adds the days that are over to the roll-ups. Done twice, the second finds nothing to add. */
export const keepRollups = defineOperation({
  name: 'reporting.keep-rollups',
  summary: 'Adds the days that are over to the roll-ups of the figures',
  kind: 'command',
  access: { permission: 'reporting:keep-rollups' },
  input: z.strictObject({}),
  output: z.object({ rolledTo: z.string() }),
  refusals: [],
  async run(ctx) {
    const to = addCalendarDays(dayOf(ctx.now), -1)
    for (const metric of dailyMetrics) await rollUpTo(readingOf(ctx), metric, { to, now: ctx.now })
    return { rolledTo: to }
  },
})
