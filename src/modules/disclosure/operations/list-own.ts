import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { ListedRow, shownRows } from '../listed-requests.ts'
import { listOfPerson } from '../store/request-lists.ts'

export const listOwn = defineOperation({
  name: 'disclosure.list-own',
  summary: 'Lists what the signed-in person applied for, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/own-requests' },
  access: { permission: 'disclosure:apply' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(ListedRow), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    const personId = ctx.caller.kind === 'person' ? ctx.caller.id : null
    const found = personId === null ? [] : await listOfPerson(ctx.db, { personId, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: await shownRows(ctx, page), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
