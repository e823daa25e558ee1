import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { latticeOf } from '../frame.ts'
import { cellAt } from '../rules/partition.ts'
import { timelinessOf } from '../rules/track.ts'
import { Place } from '../schema.ts'
import { listOutlines } from '../store/cells.ts'
import { insertTrack } from '../store/patrols.ts'

const Count = z.number().int()

/** Points that the telephone of a grid worker wrote down on patrol. Each is judged by itself, so that one that is left out costs no other; sent again, they change nothing. */
export const recordTrack = defineOperation({
  name: 'grid.record-track',
  summary: 'Adds points to the track of the grid worker who calls, and counts those left out',
  kind: 'command',
  http: { method: 'POST', path: '/grid/track' },
  access: { permission: 'grid:patrol' },
  input: z.object({ points: z.array(Place.extend({ notedAt: z.iso.datetime({ offset: true }) })).min(1).max(500) }),
  output: z.object({
    added: Count,
    known: Count.describe('taken before'),
    outside: Count.describe('left out: outside the district'),
    past: Count.describe('left out: noted before yesterday'),
    ahead: Count.describe('left out: noted more than five minutes ahead of the clock of the office'),
  }),
  refusals: [],
  examples: [{ summary: 'One point', input: { points: [{ notedAt: '2026-09-07T08:30:00+08:00', longitude: 113.2, latitude: 23.39 }] } }],
  async run(ctx, { points }) {
    if (ctx.caller.kind !== 'staff') return { added: 0, known: 0, outside: 0, past: 0, ahead: 0 }
    const judged = points.map((point) => {
      const notedAt = new Date(point.notedAt)
      return { ...point, notedAt, timeliness: timelinessOf(notedAt, ctx.now) }
    })
    const timely = judged.filter(({ timeliness }) => timeliness === 'timely')
    const outlines = await listOutlines(ctx.db, null)
    const inside = timely.flatMap(({ notedAt, longitude, latitude }) => {
      const cell = cellAt(outlines, latticeOf({ longitude, latitude }))
      return cell === undefined ? [] : [{ notedAt, longitude, latitude, cellId: cell.id }]
    })
    const added = inside.length === 0 ? 0 : await insertTrack(ctx.db, ctx.caller.id, inside)
    const past = judged.filter(({ timeliness }) => timeliness === 'past').length
    return { added, known: inside.length - added, outside: timely.length - inside.length, past, ahead: judged.length - timely.length - past }
  },
})
