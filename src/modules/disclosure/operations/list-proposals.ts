import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listScope } from '../access.ts'
import type { WantedRecord } from '../schema.ts'
import { listProposals as listProposalRows } from '../store/proposals.ts'

export const listProposals = defineOperation({
  name: 'disclosure.list-proposals',
  summary: 'Lists records that several applicants asked for and that are proposed for publication, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/proposals' },
  access: { permission: 'disclosure:list' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), unitId: z.string(), number: z.string(), title: z.string().nullable(), docNo: z.string().nullable(), applicants: z.number().int(), proposedAt: z.string(), decidedAt: z.string().nullable(), accepted: z.boolean().nullable(), reason: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    const scope = listScope(ctx.caller)
    const found = await listProposalRows(ctx.db, { units: scope === 'all' ? null : scope, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    const records = await ctx.services.vault.openMany<WantedRecord>(ctx.db, page.map(({ applicantId, sealedRecord }) => ({ subjectId: applicantId, box: sealedRecord })))
    return {
      items: page.map(({ applicantId: _applicant, sealedRecord: _record, ...row }, place) => ({
        ...row,
        title: records[place]?.title ?? null,
        docNo: records[place]?.docNo ?? null,
        proposedAt: instantText(row.proposedAt),
        decidedAt: row.decidedAt === null ? null : instantText(row.decidedAt),
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
