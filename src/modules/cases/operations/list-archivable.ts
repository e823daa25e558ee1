import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { Page } from '../schema.ts'
import { listClosed } from '../store/lists.ts'
import { CaseLine, lineOf } from './list-cases.ts'

/** The archivist's list: what is closed and may be archived, the longest closed first; or what lies in the archive, the newest first. */
export const listArchivable = defineOperation({
  name: 'cases.list-archivable',
  summary: 'Lists closed cases that are not archived yet, the oldest first, or those that are',
  kind: 'query',
  http: { method: 'GET', path: '/archive/cases' },
  access: { permission: 'cases:list-archive' },
  input: Page.extend({ archived: z.stringbool().default(false) }),
  output: z.object({ items: z.array(CaseLine), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits', input: {} }],
  async run(ctx, { limit, cursor, archived }) {
    const key = decodeCursor(cursor)
    const rows = await listClosed(ctx.db, { archived, limit: limit + 1, ...(key?.at && { after: { at: key.at, id: key.id } }) })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.closedAt, id: row.id }))
    return { items: items.map(lineOf), nextCursor }
  },
})
