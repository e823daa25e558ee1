import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { findBorderFaults } from '../rules/border.ts'
import { findPartitionFaults } from '../rules/partition.ts'
import { CellId, Phone, StaffNo, UnitKey } from '../schema.ts'
import { countCells, insertCells } from '../store/cells.ts'

const Corner = z.tuple([z.int().min(0), z.int().min(0)])

/** Lays the grid, once: a district has one, and cells that do not divide the area within its outline are refused (G-01). */
export const loadCells = defineOperation({
  name: 'grid.load-cells',
  summary: 'Loads the cells of the district; refuses what overlaps, leaves a gap or ends elsewhere than the district',
  kind: 'command',
  access: { permission: 'grid:load' },
  input: z.object({ outline: z.array(Corner).min(3), cells: z.array(z.object({ id: CellId, ring: z.array(Corner).min(3), unitId: UnitKey, workerId: StaffNo, workerPhone: Phone, supervisionPhone: Phone })).min(1) }),
  output: z.object({ loaded: z.number().int() }),
  refusals: [gridErrors.noPartition],
  async run(ctx, { outline, cells }) {
    if ((await countCells(ctx.db)) > 0) return { loaded: 0 }
    const inside = [...findPartitionFaults([{ id: 'outline', ring: outline }]), ...findPartitionFaults(cells)]
    const faults = inside.length > 0 ? inside : findBorderFaults(cells, outline)
    if (faults.length > 0) throw new Refusal(gridErrors.noPartition, { faults: faults.slice(0, 10) })
    await insertCells(ctx.db, cells.map((cell) => ({ ...cell, communityCode: cell.id.slice(0, 12), townCode: cell.id.slice(0, 9) })), ctx.now)
    return { loaded: cells.length }
  },
})
