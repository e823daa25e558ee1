import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { readsOffice } from '../access.ts'
import { Page } from '../schema.ts'
import { listSampleRows } from '../store/samples.ts'

const Row = z.object({ number: z.string(), state: z.string(), from: z.string(), to: z.string(), drawn: z.number().int(), checked: z.number().int(), faulty: z.number().int() })

export const listSamples = defineOperation({
  name: 'supervision.list-samples',
  summary: 'Lists the weekly samples of replies, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/reply-samples' },
  access: { permission: 'supervision:read-office' },
  input: z.object(Page),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    if (!readsOffice(ctx.caller, (await getOffice(ctx.db)).id)) return { items: [], nextCursor: null }
    const found = await listSampleRows(ctx.db, { before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: page.map(({ id: _id, ...row }) => row), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
