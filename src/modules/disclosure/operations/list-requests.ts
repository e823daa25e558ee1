import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listScope } from '../access.ts'
import type { RequestState } from '../lifecycle.ts'
import { ListedRow, shownRows } from '../listed-requests.ts'
import { listRequestRows } from '../store/request-lists.ts'

/** The lists of a disclosure institution, by what an application waits for. */
const views = {
  toReceive: ['submitted'],
  handling: ['handling', 'consulting'],
  waiting: ['awaitingClarification', 'awaitingPayment'],
  toApprove: ['drafted'],
  toDeliver: ['answered'],
  open: ['submitted', 'handling', 'awaitingClarification', 'consulting', 'awaitingPayment', 'drafted', 'answered'],
  ended: ['closed', 'abandoned', 'withdrawn'],
} as const satisfies Record<string, readonly RequestState[]>

export const listRequests = defineOperation({
  name: 'disclosure.list-requests',
  summary: 'Lists the applications to the units of the caller, the oldest first; to supervisors those of all',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/requests' },
  access: { permission: 'disclosure:list' },
  input: z.object({
    view: z.enum(Object.keys(views) as [keyof typeof views, ...(keyof typeof views)[]]).default('open'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(ListedRow), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits for its approval', input: { view: 'toApprove' } }],
  async run(ctx, { view, limit, cursor }) {
    const scope = listScope(ctx.caller)
    const found = await listRequestRows(ctx.db, { units: scope === 'all' ? null : scope, states: views[view], after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: await shownRows(ctx, page), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
