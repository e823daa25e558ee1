import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { getOffice, getStaff, listEligible, organisationErrors } from '#modules/organisation/index.ts'
import { patrolScope } from '../access.ts'
import { gridErrors } from '../errors.ts'
import { CellId, StaffNo } from '../schema.ts'
import { findCell } from '../store/cells.ts'
import { savePlan } from '../store/patrols.ts'

/** Which cells a grid worker walks on a day; a second plan for the day takes the place of the first. */
export const planPatrol = defineOperation({
  name: 'grid.plan-patrol',
  summary: 'Plans which cells a grid worker walks on a day',
  kind: 'command',
  http: { method: 'POST', path: '/grid/patrols' },
  access: { permission: 'grid:command' },
  input: z.object({ workerId: StaffNo, onDay: Day, cellIds: z.array(CellId).min(1).max(120) }),
  output: z.object({ id: z.uuid(), planned: z.number().int() }),
  refusals: [gridErrors.workerUnknown, gridErrors.cellUnknown, gridErrors.planDayPast, organisationErrors.staffUnknown],
  examples: [{ summary: 'Two cells of a community', input: { workerId: 'HD0191', onDay: '2026-09-08', cellIds: ['44011400100101', '44011400100102'] } }],
  async run(ctx, { workerId, onDay, cellIds }) {
    if (onDay < dayOf(ctx.now)) throw new Refusal(gridErrors.planDayPast)
    const { unitId } = await getStaff(ctx.db, workerId)
    const scope = patrolScope(ctx.caller, (await getOffice(ctx.db)).id)
    const workers = await listEligible(ctx.db, { unitId, role: 'gridWorker', day: onDay, except: [] })
    if (!workers.includes(workerId) || (scope !== 'all' && !scope.includes(unitId))) throw new Refusal(gridErrors.workerUnknown, { workerId })
    const chosen = [...new Set(cellIds)]
    for (const cellId of chosen) if ((await findCell(ctx.db, cellId))?.unitId !== unitId) throw new Refusal(gridErrors.cellUnknown, { cellId })
    const id = await savePlan(ctx.db, { id: newId(ctx.now.getTime()), workerId, unitId, onDay, cellIds: chosen, plannedBy: actorOf(ctx.caller) })
    return { id, planned: chosen.length }
  },
})
