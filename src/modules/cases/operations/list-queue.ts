import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { Page } from '../schema.ts'
import { listQueue } from '../store/lists.ts'
import { CaseLine, lineOf } from './list-cases.ts'

const QueueLine = CaseLine.extend({ task: z.string(), unitId: z.string(), personId: z.string().nullable(), since: z.string(), dueAt: z.string().nullable(), overdue: z.boolean() })

/** The caller's work: open tasks of his units and roles, the most urgent first. */
export const listWork = defineOperation({
  name: 'cases.list-queue',
  summary: 'Lists the open tasks of the caller, the most urgent first',
  kind: 'query',
  http: { method: 'GET', path: '/queue/cases' },
  access: { permission: 'cases:queue' },
  input: Page.extend({ mine: z.stringbool().default(false) }),
  output: z.object({ items: z.array(QueueLine), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'My own', input: { mine: 'true' } }],
  async run(ctx, { limit, cursor, mine }) {
    if (ctx.caller.kind !== 'staff') return { items: [], nextCursor: null }
    const key = decodeCursor(cursor)
    const rows = await listQueue(ctx.db, ctx.caller.roles, { limit: limit + 1, offsetKey: key && { dueAt: key.at, id: key.id }, personId: mine ? ctx.caller.id : undefined })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.dueAt, id: row.assignmentId }))
    return {
      items: items.map((row) => ({ ...lineOf(row), task: row.task, unitId: row.unitId, personId: row.personId, since: instantText(row.since), dueAt: row.dueAt === null ? null : instantText(row.dueAt), overdue: row.dueAt !== null && row.dueAt < ctx.now })),
      nextCursor,
    }
  },
})
