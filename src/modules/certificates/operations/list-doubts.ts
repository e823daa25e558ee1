import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { unitsReadBy } from '../access.ts'
import { Page } from '../schema.ts'
import { listOpenDoubts } from '../store/doubt-rows.ts'

/** The tickets that wait for the caller's units (疑义核实), without what the applicant's document says: see `get-doubt`. */
export const listDoubts = defineOperation({
  name: 'certificates.list-doubts',
  summary: 'Open doubts about certificates that the caller\'s units issued, oldest first',
  kind: 'query',
  http: { method: 'GET', path: '/certificate-doubts' },
  access: { permission: 'certificates:read-doubts' },
  input: z.object(Page),
  output: z.object({
    items: z.array(z.object({ id: z.string(), identifier: z.string(), matterId: z.string(), field: z.string(), raisedAt: z.string() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'The tickets of the own unit', input: {} }],
  async run(ctx, { limit, cursor }) {
    const rows = await listOpenDoubts(ctx.db, { units: unitsReadBy(ctx.caller), limit: limit + 1, cursor })
    const page = rows.slice(0, limit)
    return {
      items: page.map((row) => ({
        id: row.id,
        identifier: row.identifier,
        matterId: row.matter_id,
        field: row.field_label,
        raisedAt: instantText(row.raised_at),
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
