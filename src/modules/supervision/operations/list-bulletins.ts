import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { Page } from '../schema.ts'
import { listBulletinRows } from '../store/bulletins.ts'

const Row = z.object({ number: z.string(), period: z.string(), from: z.string(), to: z.string(), issuedAt: z.string(), documentNumber: z.string(), findings: z.number().int() })

export const listBulletins = defineOperation({
  name: 'supervision.list-bulletins',
  summary: 'Lists the bulletins, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/bulletins' },
  access: { permission: 'supervision:read' },
  input: z.object(Page),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    const found = await listBulletinRows(ctx.db, { before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ number, period, from, to, issuedAt, documentNumber, figures }) => ({ number, period, from, to, issuedAt: instantText(issuedAt), documentNumber, findings: figures.findings })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
