import { z } from 'zod'
import { holdsRole } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, listEligible } from '#modules/organisation/index.ts'
import { gridErrors } from '../errors.ts'
import { CellId, Phone, StaffNo } from '../schema.ts'
import { findCell, updateWorker } from '../store/cells.ts'
import { ShownCell, shownCells } from './list-cells.ts'

/** Who looks after a cell changes at once, on the public page too (G-02). */
export const assignWorker = defineOperation({
  name: 'grid.assign-worker',
  summary: 'Gives a cell to another grid worker of its town, with the telephone that is made public',
  kind: 'command',
  http: { method: 'POST', path: '/grid/cells/{cellId}/worker' },
  access: { permission: 'grid:command' },
  input: z.object({ cellId: CellId, workerId: StaffNo, phone: Phone }),
  output: ShownCell,
  refusals: [gridErrors.cellUnknown, gridErrors.notYourPart, gridErrors.workerUnknown],
  examples: [{ summary: 'Another worker of the street', input: { cellId: '44011400100101', workerId: 'HD0191', phone: '13800001191' } }],
  async run(ctx, { cellId, workerId, phone }) {
    const cell = await findCell(ctx.db, cellId)
    if (cell === undefined) throw new Refusal(gridErrors.cellUnknown)
    const officeId = (await getOffice(ctx.db)).id
    if (![cell.unitId, officeId].some((unitId) => holdsRole(ctx.caller, 'gridCommander', unitId))) throw new Refusal(gridErrors.notYourPart)
    const workers = await listEligible(ctx.db, { unitId: cell.unitId, role: 'gridWorker', day: dayOf(ctx.now), except: [] })
    if (!workers.includes(workerId)) throw new Refusal(gridErrors.workerUnknown, { workerId })
    await updateWorker(ctx.db, cellId, { id: workerId, phone, since: ctx.now })
    const [shown] = await shownCells(ctx, [{ ...cell, workerId, workerPhone: phone }])
    if (shown === undefined) throw new Refusal(gridErrors.cellUnknown)
    return shown
  },
})
