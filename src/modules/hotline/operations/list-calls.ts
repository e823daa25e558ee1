import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { hiddenFrom, sitsAtSeat } from '../access.ts'
import { ShownCall, shownCall } from '../seat-call.ts'
import { listCallRows, listCallsOfAllSeats } from '../store/calls.ts'

/** What rings for every seat, and the calls of this one; for supervisors those of all. */
export const listCalls = defineOperation({
  name: 'hotline.list-calls',
  summary: 'Lists the calls that ring and those of the caller’s own seat, newest first; to supervisors those of all seats',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/calls' },
  access: { permission: 'hotline:read-seats' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(ShownCall), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest calls', input: {} }],
  async run(ctx, { limit, cursor }) {
    const page = { before: cursor ?? null, limit }
    const asker = hiddenFrom(ctx.caller)
    const found = sitsAtSeat(ctx.caller) ? await listCallRows(ctx.db, { ...page, staffId: asker.staffId ?? '' }) : await listCallsOfAllSeats(ctx.db, { ...page, ...asker })
    const shown = found.slice(0, limit)
    const items: ShownCall[] = []
    for (const call of shown) items.push(await shownCall(ctx, call))
    return { items, nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
  },
})
