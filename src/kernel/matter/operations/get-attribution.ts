import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { addCalendarDays, Day, instantAtStartOf } from '#kernel/time/day.ts'
import type { MatterAttribution } from '#kernel/time/matter-attribution.ts'
import { type AttributionScope, listTimedMatters } from '../attribution-store.ts'
import { attributionOf, ShownAttribution } from '../shown-attribution.ts'

const mattersAtOnce = 500
type Share = MatterAttribution['shares'][number]

/** Whose time passed in the matters of a unit or of an item that were opened in a period: sums of what each matter's clock shows. */
export const getAttribution = defineOperation({
  name: 'kernel.get-attribution',
  summary: 'Sums whose time passed in the matters of a unit or an item',
  kind: 'query',
  http: { method: 'GET', path: '/attribution' },
  access: { permission: 'kernel:read-attribution' },
  input: z
    .object({ unitId: z.string().min(1).max(60).optional(), itemVersionId: z.uuid().optional(), from: Day, to: Day })
    .refine(({ unitId, itemVersionId }) => (unitId === undefined) !== (itemVersionId === undefined), { path: ['unitId'], error: 'either a unit or an item' }),
  output: ShownAttribution.extend({ matters: z.number() }),
  refusals: [],
  examples: [{ summary: 'A unit in one month', input: { unitId: 'shichang-jianguan', from: '2026-09-01', to: '2026-09-30' } }],
  async run(ctx, { unitId, itemVersionId, from, to }) {
    const scope: AttributionScope = unitId === undefined ? { itemVersionId: itemVersionId ?? '' } : { unitId }
    const period = { from: instantAtStartOf(from), to: instantAtStartOf(addCalendarDays(to, 1)), limit: mattersAtOnce }
    const shares = new Map<string, { party: Share['party']; ms: number }>()
    const sum = { matters: 0, wallMs: 0, provisional: false }
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const matters = await listTimedMatters(ctx.db, scope, { ...period, after })
      for (const matter of matters) {
        const own = attributionOf(matter, ctx.services.legalCalendar.of(matter), ctx.now)
        for (const { party, ms } of own.shares) {
          const key = JSON.stringify(party)
          shares.set(key, { party, ms: (shares.get(key)?.ms ?? 0) + ms })
        }
        sum.matters += 1
        sum.wallMs += own.wallMs
        sum.provisional ||= own.provisional
      }
      const last = matters.at(-1)
      if (last === undefined || matters.length < mattersAtOnce) break
      after = last.id
    }
    return { ...sum, shares: [...shares.values()].toSorted((a, b) => b.ms - a.ms) }
  },
})
