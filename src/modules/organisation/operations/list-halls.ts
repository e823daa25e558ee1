import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { pageOf, paging } from '../paging.ts'
import { HallView } from '../schema.ts'
import { listHallRows } from '../store/halls.ts'

export const listHalls = defineOperation({
  name: 'organisation.list-halls',
  summary: 'Lists the service halls with address and opening hours',
  kind: 'query',
  http: { method: 'GET', path: '/halls' },
  access: 'public',
  input: z.object({ ...paging }),
  output: z.object({ items: z.array(HallView), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'All halls', input: {} }],
  async run(ctx, { limit, cursor }) {
    return pageOf(await listHallRows(ctx.db, { after: cursor, limit }), limit, (hall) => hall.id)
  },
})
