import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import type { EventState } from '../lifecycle.ts'
import { CellId, ComponentCode, Level, PageLimit } from '../schema.ts'
import { listEventRows, type ListedEvent } from '../store/event-lists.ts'

/** The lists of a command centre and of those who handle, by what an event waits for. */
const views = {
  toFile: ['reported'],
  toDispatch: ['registered'],
  toAccept: ['dispatched'],
  handling: ['disposing'],
  toVerify: ['fedBack'],
  toConclude: ['verified'],
  shelved: ['shelved'],
  open: ['reported', 'registered', 'dispatched', 'disposing', 'fedBack', 'verified', 'shelved'],
  ended: ['notFiled', 'concluded', 'evaluated'],
  all: ['reported', 'registered', 'dispatched', 'disposing', 'fedBack', 'verified', 'shelved', 'notFiled', 'concluded', 'evaluated'],
} as const satisfies Record<string, readonly EventState[]>

export const EventView = z.enum(Object.keys(views) as [keyof typeof views, ...(keyof typeof views)[]]).default('open')

export function statesOf(view: keyof typeof views): readonly EventState[] {
  return views[view]
}

export const EventRow = z.object({
  number: z.string(),
  state: z.string(),
  source: z.string(),
  category: z.string(),
  cellId: z.string(),
  level: Level,
  leadUnitId: z.string().nullable(),
  openedAt: z.string(),
  /** Of the clock that ends next. */
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  reviewOn: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** The asker said what was done about it: somebody else looks whether it was (G-03). */
  fedBackByAsker: z.boolean(),
})

/** A row of a list for whoever asks, as of now. */
export function shownRow({ caller, now }: Pick<Ctx, 'caller' | 'now'>, { id: _id, openedAt, dueAt, fedBackBy, ...row }: ListedEvent): z.input<typeof EventRow> {
  return { ...row, openedAt: instantText(openedAt), dueAt: dueAt === null ? null : instantText(dueAt), overdue: dueAt !== null && now > dueAt, fedBackByAsker: fedBackBy === actorOf(caller) }
}

export const listEvents = defineOperation({
  name: 'grid.list-events',
  summary: 'Lists events that the caller commands, handles or oversees, the oldest first',
  kind: 'query',
  http: { method: 'GET', path: '/grid/events' },
  access: { permission: 'grid:list' },
  input: z.object({
    view: EventView,
    level: Level.optional(),
    cellId: CellId.optional(),
    componentCode: ComponentCode.optional(),
    overdue: z.stringbool().or(z.boolean()).default(false),
    limit: PageLimit,
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(EventRow), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What is overdue in the towns', input: { view: 'open', level: 'town', overdue: true } }],
  async run(ctx, { view, level, cellId, componentCode, overdue, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listEventRows(ctx.db, { scope, states: views[view], level: level ?? null, cellId: cellId ?? null, componentCode: componentCode ?? null, overdueAt: overdue ? ctx.now : null, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: page.map((row) => shownRow(ctx, row)), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
