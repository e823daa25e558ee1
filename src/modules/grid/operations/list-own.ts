import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { PageLimit } from '../schema.ts'
import { listOfPerson } from '../store/event-lists.ts'
import { EventRow, shownRow } from './list-events.ts'

/** What a person has reported while signed in. */
export const listOwn = defineOperation({
  name: 'grid.list-own',
  summary: 'Lists the events that the signed-in person reported, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/grid/own-events' },
  access: { permission: 'grid:own' },
  input: z.object({ limit: PageLimit, cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(EventRow.pick({ number: true, state: true, category: true, cellId: true, openedAt: true })), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    const found = ctx.caller.kind === 'person' ? await listOfPerson(ctx.db, { personId: ctx.caller.id, before: cursor ?? null, limit }) : []
    const page = found.slice(0, limit)
    const items = page.map((row) => shownRow(ctx, row)).map(({ number, state, category, cellId, openedAt }) => ({ number, state, category, cellId, openedAt }))
    return { items, nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
