import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { ProposalState } from '../schema.ts'
import { listProposalRows } from '../store/proposals.ts'

export const listProposals = defineOperation({
  name: 'publication.list-proposals',
  summary: 'Lists what was proposed to the units of the caller for publication, the newest first',
  kind: 'query',
  http: { method: 'GET', path: '/publication-proposals' },
  access: { permission: 'publication:list' },
  input: z.object({ state: ProposalState.default('open'), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), unitId: z.string(), title: z.string(), ground: z.string(), sourceNumber: z.string().nullable(), state: ProposalState, proposedAt: z.string(), reason: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'What waits for a decision', input: { state: 'open' } }],
  async run(ctx, { state, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listProposalRows(ctx.db, { units: scope === 'all' ? null : scope, state, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: page.map((row) => ({ ...row, proposedAt: instantText(row.proposedAt) })), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
