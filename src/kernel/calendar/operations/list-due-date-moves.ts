import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { findRecompute, listMoves } from '../recompute-store.ts'
import { newestVersion } from '../store.ts'

const Recompute = z.object({ calendarVersion: z.number(), change: z.string(), about: z.string(), startedAt: z.string(), finishedAt: z.string().nullable(), matters: z.number(), timers: z.number(), moved: z.number(), failed: z.number() })
const Move = z.object({ number: z.string(), kind: z.string(), timerId: z.string(), clock: z.string(), oldDueAt: z.string(), newDueAt: z.string(), provisional: z.boolean(), movedAt: z.string() })

/** Every clock that a calendar version moved, old and new date, and how far the recompute is; the newest version unless told. */
export const listDueDateMoves = defineOperation({
  name: 'kernel.list-due-date-moves',
  summary: 'Lists the open clocks that a change of the calendar moved',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/moves' },
  access: { permission: 'calendar:read-moves' },
  input: z.object({ calendarVersion: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ recompute: Recompute.nullable(), items: z.array(Move), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The clocks that the newest version moved', input: {} }],
  async run({ db }, { calendarVersion, limit, cursor }) {
    const version = calendarVersion ?? (await newestVersion(db))
    const recompute = await findRecompute(db, version)
    const found = await listMoves(db, version, { after: cursor, limit: limit + 1 })
    const items = found.slice(0, limit)
    return {
      recompute: recompute === undefined ? null : { ...recompute, startedAt: instantText(recompute.startedAt), finishedAt: recompute.finishedAt && instantText(recompute.finishedAt) },
      items: items.map(({ number, kind, timerId, clock, oldDueAt, newDueAt, provisional, movedAt }) => ({ number, kind, timerId, clock, oldDueAt: instantText(oldDueAt), newDueAt: instantText(newDueAt), provisional, movedAt: instantText(movedAt) })),
      nextCursor: found.length > limit ? (items.at(-1)?.timerId ?? null) : null,
    }
  },
})
