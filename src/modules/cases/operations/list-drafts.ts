import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { DraftLine, draftLineOf, writerOf } from '../own-draft.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { Page } from '../schema.ts'
import { listDraftsOf } from '../store/drafts.ts'

export const listDrafts = defineOperation({
  name: 'cases.list-drafts',
  summary: 'Lists the drafts of the person signed in that were not filed yet, the last saved first',
  kind: 'query',
  http: { method: 'GET', path: '/case-drafts' },
  access: { permission: 'cases:draft' },
  input: Page,
  output: z.object({ items: z.array(DraftLine), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The first twenty', input: {} }],
  async run(ctx, { limit, cursor }) {
    const key = decodeCursor(cursor)
    const rows = await listDraftsOf(ctx.db, writerOf(ctx), { now: ctx.now, limit: limit + 1, before: key?.at ? { at: key.at, id: key.id } : undefined })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.savedAt, id: row.id }))
    return { items: items.map(draftLineOf), nextCursor }
  },
})
