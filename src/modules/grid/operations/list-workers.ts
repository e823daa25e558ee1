import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, listEligible, listStaffNames } from '#modules/organisation/index.ts'
import { patrolScope } from '../access.ts'
import { UnitKey } from '../schema.ts'

/** Forms choose grid workers by name. A centre sees those of its own towns. */
export const listWorkers = defineOperation({
  name: 'grid.list-workers',
  summary: 'Lists the grid workers of a town, by name, for the centre that commands it',
  kind: 'query',
  http: { method: 'GET', path: '/grid/workers' },
  access: { permission: 'grid:read-workers' },
  input: z.object({ unitId: UnitKey }),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'Of a street', input: { unitId: 'xinhua-jiedao' } }],
  async run(ctx, { unitId }) {
    const scope = patrolScope(ctx.caller, (await getOffice(ctx.db)).id)
    if (scope !== 'all' && !scope.includes(unitId)) return { items: [], nextCursor: null }
    const ids = await listEligible(ctx.db, { unitId, role: 'gridWorker', day: dayOf(ctx.now), except: [] })
    const names = await listStaffNames(ctx.db, ids)
    return { items: ids.map((id) => ({ id, name: names[id] ?? '' })), nextCursor: null }
  },
})
