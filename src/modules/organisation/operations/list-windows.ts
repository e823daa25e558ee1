import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { pageOf, paging } from '../paging.ts'
import { Key, WindowView } from '../schema.ts'
import { listWindowRows } from '../store/halls.ts'

export const listWindows = defineOperation({
  name: 'organisation.list-windows',
  summary: 'Lists the windows of a hall and what each takes; a hall that does not exist has none',
  kind: 'query',
  http: { method: 'GET', path: '/halls/{hallId}/windows' },
  access: 'public',
  input: z.object({ hallId: Key, ...paging }),
  output: z.object({ items: z.array(WindowView), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The windows of the district service centre', input: { hallId: 'qu-zhengwu' } }],
  async run(ctx, { hallId, limit, cursor }) {
    return pageOf(await listWindowRows(ctx.db, { hallId, after: cursor, limit }), limit, (window) => window.id)
  },
})
