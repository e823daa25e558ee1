import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { handledSince, handledViews } from '../rules/handled-since.ts'
import { Page } from '../schema.ts'
import { listHandled } from '../store/queue.ts'
import { FollowedCase, followedCase } from './list-cases.ts'

const HandledStep = FollowedCase.extend({
  kind: z.enum(['REVIEW', 'APPROVE']),
  opinion: z.string(),
  doneAt: z.string(),
})

/** What left the caller's queue because he did it, with who has the case now, so that he finds again what he answers for. */
export const listHandledCases = defineOperation({
  name: 'cases.list-handled',
  summary: 'Lists the steps that the caller did, the last one first: those whose case waits for others now, or all of this month',
  kind: 'query',
  access: { permission: 'cases:read-queue' },
  input: Page.extend({ view: z.enum(handledViews) }),
  output: z.object({ items: z.array(HandledStep), nextCursor: z.string().nullable() }),
  refusals: [],
  async run(ctx, { view, limit, cursor }) {
    if (ctx.caller.kind !== 'staff') return { items: [], nextCursor: null }
    const key = decodeCursor(cursor)
    const rows = await listHandled(ctx.db, { officer: ctx.caller.id, since: handledSince(view, ctx.now), waiting: view === 'waiting', limit: limit + 1, before: key?.at ? { at: key.at, id: key.id } : undefined })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.doneAt, id: row.id }))
    return { items: items.map((row) => ({ ...followedCase(ctx, row), kind: row.kind, opinion: row.opinion, doneAt: instantText(row.doneAt) })), nextCursor }
  },
})
