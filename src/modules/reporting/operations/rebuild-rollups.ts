import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { addCalendarDays, dayOf } from '#kernel/time/day.ts'
import { readingOf } from '../figures-of.ts'
import { dailyMetrics } from '../registry.ts'
import { rebuild } from '../store/rollups.ts'

/** Throws the roll-ups away and builds them from the ledger; no figure changes by it. */
export const rebuildRollups = defineOperation({
  name: 'reporting.rebuild-rollups',
  summary: 'Builds the roll-ups of the figures again from the ledger',
  kind: 'command',
  http: { method: 'POST', path: '/figure-rollups/rebuild' },
  access: { permission: 'reporting:rebuild-rollups' },
  rate: { perMinute: 6 },
  input: z.strictObject({}),
  output: z.object({ rolledTo: z.string() }),
  refusals: [],
  examples: [{ summary: 'All figures', input: {} }],
  async run(ctx) {
    const to = addCalendarDays(dayOf(ctx.now), -1)
    for (const metric of dailyMetrics) await rebuild(readingOf(ctx), metric, { to, now: ctx.now })
    return { rolledTo: to }
  },
})
