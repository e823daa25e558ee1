import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { pageOf, paging } from '../paging.ts'
import { CHANGED_KINDS } from '../schema/records.ts'
import { listChangeRows } from '../store/changes.ts'

export const listOrganisationChanges = defineOperation({
  name: 'organisation.list-changes',
  summary: 'Lists what the administrator created, changed and closed, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/organisation-changes' },
  access: { permission: 'organisation:read-record' },
  input: z.object({ kind: z.enum(CHANGED_KINDS).optional(), recordId: z.string().min(1).max(64).optional(), ...paging, cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({ id: z.string(), kind: z.enum(CHANGED_KINDS), recordId: z.string(), name: z.string(), act: z.enum(['created', 'changed', 'closed']), reason: z.string().nullable(), by: z.string(), at: z.string() }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'The newest changes of halls', input: { kind: 'hall', limit: 10 } }],
  async run(ctx, { kind, recordId, limit, cursor }) {
    const rows = await listChangeRows(ctx.db, { kind, recordId, before: cursor, limit })
    return pageOf(rows.map(({ at, ...row }) => ({ ...row, at: instantText(at) })), limit, ({ id }) => id)
  },
})
