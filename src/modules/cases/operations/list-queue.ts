import { z } from 'zod'
import type { HeldRole } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { bulkActs, bulkActsOf } from '../rules/bulk.ts'
import { clockLine } from '../rules/leading-clock.ts'
import { Page } from '../schema.ts'
import { listQueue, queueOrders, type QueueRow } from '../store/queue.ts'
import { CaseLine, lineOf } from './list-cases.ts'

const QueueLine = CaseLine.extend({
  task: z.string(),
  unitId: z.string(),
  personId: z.string().nullable(),
  since: z.string(),
  /** What may be done with several such tasks at once. */
  inBulk: z.array(z.enum(bulkActs)),
  /** When the task itself is due, within the clock of the case. */
  dueAt: z.string().nullable(),
  /** The day on which the clock of the case ends; null while it is stopped or none runs. */
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  stopped: z.boolean(),
  /** The clock of the case ran out. */
  overdue: z.boolean(),
  clock: z.object({ used: z.number(), budget: z.number(), unit: z.string() }).nullable(),
})

function queueLine(ctx: Ctx, row: QueueRow): z.input<typeof QueueLine> {
  const { task, unitId, personId, since, dueAt } = row
  return { ...lineOf(row), task, unitId, personId, since: instantText(since), inBulk: [...bulkActsOf(row)], dueAt: dueAt === null ? null : instantText(dueAt), ...clockLine(row.timers, ctx.services.legalCalendar.of(row), ctx.now) }
}

/** The roles whose tasks somebody sees: his own, and those of the people whom he leads. */
const led: Readonly<Record<string, readonly string[]>> = { unitHead: ['reviewer', 'approver'], hallManager: ['windowClerk'] }

/** The supervisor of the discipline commission sees the tasks of everybody (S-22). */
export function rolesSeen(held: readonly HeldRole[]): readonly HeldRole[] | 'all' {
  if (held.some(({ role }) => role === 'supervisor')) return 'all'
  return held.flatMap((one) => [one, ...(led[one.role] ?? []).map((role) => ({ role, unitId: one.unitId }))])
}

/** The caller's work: open tasks of his units and roles with the clock of each case, the most urgent first unless told. Words are looked for in what the list shows, names masked. One statement. */
export const listWork = defineOperation({
  name: 'cases.list-queue',
  summary: 'Lists the open tasks of the caller, the most urgent first',
  kind: 'query',
  http: { method: 'GET', path: '/queue/cases' },
  access: { permission: 'cases:read-queue' },
  input: Page.extend({
    mine: z.stringbool().default(false),
    /** Only what stands still in a special procedure. */
    stopped: z.stringbool().default(false),
    item: z.string().length(31).optional(),
    q: z.string().trim().min(1).max(50).optional(),
    order: z.enum(queueOrders).default('urgency'),
  }),
  output: z.object({ items: z.array(QueueLine), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'My own', input: { mine: 'true' } }, { summary: 'Those of a restaurant, the oldest first', input: { q: '食品经营', order: 'receipt' } }],
  async run(ctx, { limit, cursor, mine, stopped, item, q, order }) {
    if (ctx.caller.kind !== 'staff') return { items: [], nextCursor: null }
    const rows = await listQueue(ctx.db, { held: rolesSeen(ctx.caller.roles), personId: mine ? ctx.caller.id : undefined, stopped, implementCode: item, words: q, order, limit: limit + 1, after: decodeCursor(cursor) })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: order === 'receipt' ? row.openedAt : row.dueAt, id: row.assignmentId }))
    return { items: items.map((row) => queueLine(ctx, row)), nextCursor }
  },
})
