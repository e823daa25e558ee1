import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { gridErrors } from '../errors.ts'
import { latticeOf } from '../frame.ts'
import { cellAt } from '../rules/partition.ts'
import { Place } from '../schema.ts'
import { listOutlines } from '../store/cells.ts'
import { insertTrack } from '../store/patrols.ts'

/** Points that the telephone of a grid worker wrote down on patrol today; sent again, they change nothing. Points outside the district are left out. */
export const recordTrack = defineOperation({
  name: 'grid.record-track',
  summary: 'Adds points to the track of the grid worker who calls',
  kind: 'command',
  http: { method: 'POST', path: '/grid/track' },
  access: { permission: 'grid:patrol' },
  input: z.object({ points: z.array(Place.extend({ notedAt: z.iso.datetime({ offset: true }) })).min(1).max(500) }),
  output: z.object({ added: z.number().int(), outside: z.number().int() }),
  refusals: [gridErrors.trackNotToday],
  examples: [{ summary: 'One point', input: { points: [{ notedAt: '2026-09-07T08:30:00+08:00', longitude: 113.2, latitude: 23.39 }] } }],
  async run(ctx, { points }) {
    if (ctx.caller.kind !== 'staff') return { added: 0, outside: 0 }
    const today = dayOf(ctx.now)
    const taken = points.map((point) => ({ ...point, notedAt: new Date(point.notedAt) }))
    if (taken.some(({ notedAt }) => notedAt > ctx.now || dayOf(notedAt) !== today)) throw new Refusal(gridErrors.trackNotToday)
    const outlines = await listOutlines(ctx.db, null)
    const inside = taken.flatMap((point) => {
      const cell = cellAt(outlines, latticeOf(point))
      return cell === undefined ? [] : [{ ...point, cellId: cell.id }]
    })
    const added = inside.length === 0 ? 0 : await insertTrack(ctx.db, ctx.caller.id, inside)
    return { added, outside: taken.length - inside.length }
  },
})
