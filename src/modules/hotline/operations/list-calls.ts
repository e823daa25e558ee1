import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { ShownCall, shownCall } from '../seat-call.ts'
import { listCallRows } from '../store/calls.ts'

/** What rings for every seat, and the calls of this one. */
export const listCalls = defineOperation({
  name: 'hotline.list-calls',
  summary: 'Lists the calls that ring and those of the caller’s own seat, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/calls' },
  access: { permission: 'hotline:take' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(ShownCall), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest calls', input: {} }],
  async run(ctx, { limit, cursor }) {
    const staffId = ctx.caller.kind === 'staff' ? ctx.caller.id : ''
    const found = await listCallRows(ctx.db, { staffId, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    const items: ShownCall[] = []
    for (const call of page) items.push(await shownCall(ctx, call))
    return { items, nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
