import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { getOffice, listStaffNames } from '#modules/organisation/index.ts'
import { patrolScope } from '../access.ts'
import { coverageOf } from '../rules/coverage.ts'
import { listPlans } from '../store/patrols.ts'

/** The patrols of a day and how much of each was walked: a grid worker reads his own, a centre those of its towns. */
export const listPatrols = defineOperation({
  name: 'grid.list-patrols',
  summary: 'Lists the patrols of a day with the cells that were walked',
  kind: 'query',
  http: { method: 'GET', path: '/grid/patrols' },
  access: { permission: 'grid:read-patrols' },
  input: z.object({ onDay: Day }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), workerId: z.string(), worker: z.string(), unitId: z.string(), cells: z.array(z.object({ id: z.string(), visited: z.boolean() })), planned: z.number().int(), visited: z.number().int() })),
    nextCursor: z.null(),
  }),
  refusals: [],
  examples: [{ summary: 'Of a day', input: { onDay: '2026-09-08' } }],
  async run(ctx, { onDay }) {
    const scope = patrolScope(ctx.caller, (await getOffice(ctx.db)).id)
    const own = scope !== 'all' && scope.length === 0 && ctx.caller.kind === 'staff' ? ctx.caller.id : null
    const plans = await listPlans(ctx.db, { day: onDay, units: scope === 'all' || own !== null ? null : scope, workerId: own })
    const names = await listStaffNames(ctx.db, plans.map(({ workerId }) => workerId))
    const items = plans.map(({ id, workerId, unitId, cellIds, visited }) => ({
      id,
      workerId,
      worker: names[workerId] ?? '',
      unitId,
      cells: cellIds.map((cellId) => ({ id: cellId, visited: visited.includes(cellId) })),
      ...coverageOf(cellIds, visited),
    }))
    return { items, nextCursor: null }
  },
})
