import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { readsOffice } from '../access.ts'
import { Page } from '../schema.ts'
import { listOpeningRows } from '../store/boxes.ts'

const Row = z.object({ number: z.string(), state: z.string(), hallId: z.string(), day: z.string(), openers: z.array(z.string()), items: z.number().int(), replied: z.number().int(), dueAt: z.string().nullable(), provisional: z.boolean() })

export const listOpenings = defineOperation({
  name: 'supervision.list-openings',
  summary: 'Lists the openings of suggestion boxes, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/box-openings' },
  access: { permission: 'supervision:read-office' },
  input: z.object(Page),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The log', input: {} }],
  async run(ctx, { limit, cursor }) {
    if (!readsOffice(ctx.caller, (await getOffice(ctx.db)).id)) return { items: [], nextCursor: null }
    const found = await listOpeningRows(ctx.db, { before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ id: _id, dueAt, openers, ...row }) => ({ ...row, openers: [...openers], dueAt: dueAt && instantText(dueAt) })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
