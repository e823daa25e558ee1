import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { hiddenFrom, listScope } from '../access.ts'
import { within } from '../categories.ts'
import type { OrderState } from '../lifecycle.ts'
import { type AppealText, type Brief, Cursor, Key, UpperNumber } from '../schema.ts'
import { type ListedOrder, listOrderRows } from '../store/order-lists.ts'

const open = ['registered', 'dispatched', 'returnClaimed', 'handling', 'replied', 'inGrid', 'awaitingCallback'] as const

/** The lists of the hotline and of the units, by what an order waits for; `mine`: what the asker answers for to the callers (首问负责). */
const views = {
  toDispatch: ['registered'],
  toSign: ['dispatched'],
  handling: ['handling'],
  toArbitrate: ['returnClaimed'],
  toCheck: ['replied'],
  toCallBack: ['awaitingCallback'],
  open,
  mine: open,
  ended: ['answered', 'rejected', 'linked', 'closed'],
} as const satisfies Record<string, readonly OrderState[]>

const Row = z.object({
  number: z.string(),
  state: z.string(),
  kind: z.string(),
  category: z.string().nullable(),
  priority: z.number().int(),
  secret: z.boolean(),
  emergency: z.boolean(),
  openedAt: z.string(),
  /** Of the clock that ends next. */
  dueAt: z.string().nullable(),
  /** It rests on a year whose arrangement is not published yet and may still move (T-14). */
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  leadUnitId: z.string().nullable(),
  designated: z.boolean(),
  /** Of a secret order a handler reads the title of the brief (H-11). */
  title: z.string().nullable(),
})

export const listOrders = defineOperation({
  name: 'hotline.list-orders',
  summary: 'Lists orders that the caller handles or oversees: emergencies, then categories that go first, then the oldest',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders' },
  access: { permission: 'hotline:list' },
  input: z.object({
    view: z.enum(Object.keys(views) as [keyof typeof views, ...(keyof typeof views)[]]).default('open'),
    category: Key.optional(),
    /** Number of one order, here or in a hotline above: then every view is looked through. */
    named: UpperNumber.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: Cursor.optional(),
  }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The ledger of environment orders', input: { view: 'open', category: 'environment' } }],
  async run(ctx, { view, category, named, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const [priority, id] = cursor?.split('~') ?? []
    const asker = hiddenFrom(ctx.caller)
    const found = await listOrderRows(ctx.db, {
      ...asker,
      units: scope === 'all' ? null : scope,
      states: named === undefined ? views[view] : [...open, ...views.ended],
      categories: category === undefined ? null : within(category),
      named: named === undefined ? null : { number: named, readsSecret: scope === 'all' },
      firstContact: view === 'mine' && named === undefined ? (asker.staffId ?? '') : null,
      after: priority === undefined || id === undefined ? null : { priority: Number(priority), id },
      limit,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { items: await shownRows(ctx, page, scope === 'all'), nextCursor: found.length > limit && last !== undefined ? `${last.priority}~${last.id}` : null }
  },
})

/** Titles are opened together; which of the two texts of a secret order is opened is decided before. */
async function shownRows(ctx: Ctx, rows: readonly ListedOrder[], readsSecret: boolean): Promise<z.input<typeof Row>[]> {
  const boxes = rows.map((row) => (row.secret && !readsSecret ? row.sealedBrief : row.sealedAppeal))
  const opened = await ctx.services.vault.openMany<AppealText | Brief>(ctx.db, boxes.flatMap((box, place) => (box === null ? [] : [{ subjectId: rows[place]?.callerId ?? '', box }])))
  const titles = new Map(boxes.flatMap((box, place) => (box === null ? [] : [place])).map((place, at) => [place, opened[at]?.title]))
  return rows.map(({ id: _id, callerId: _caller, sealedAppeal: _appeal, sealedBrief: _brief, ...row }, place) => {
    const title = titles.get(place)
    return { ...row, openedAt: instantText(row.openedAt), dueAt: row.dueAt === null ? null : instantText(row.dueAt), overdue: row.dueAt !== null && ctx.now > row.dueAt, title: title === undefined ? null : withoutNumbers(title) }
  })
}
