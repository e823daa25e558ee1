import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { Page } from '../schema.ts'
import { listGrants } from '../store/lists.ts'

/** 行政许可公示: grants are public, applicants masked; refusals are not (C-28). */
export const listDecisions = defineOperation({
  name: 'cases.list-decisions',
  summary: 'Lists grants for public inspection, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/decisions' },
  access: 'public',
  input: Page,
  output: z.object({ items: z.array(z.object({ number: z.string(), itemName: z.string(), department: z.string().nullable(), applicantName: z.string(), decidedAt: z.string() })), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest five', input: { limit: 5 } }],
  async run(ctx, { limit, cursor }) {
    const key = decodeCursor(cursor)
    const rows = await listGrants(ctx.db, { limit: limit + 1, ...(key?.at && { before: { at: key.at, id: key.id } }) })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.decidedAt, id: row.id }))
    return { items: items.map(({ number, itemName, department, applicantName, decidedAt }) => ({ number, itemName, department, applicantName, decidedAt: instantText(decidedAt) })), nextCursor }
  },
})
