import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { ItemLine } from '../schema/answers.ts'
import { ItemType } from '../schema/item-version.ts'
import { Key } from '../schema/scenario.ts'
import { searchItems } from '../store/search-items.ts'

/** Where a page ended: score of its last item, `~`, its code. */
const Cursor = z.string().max(80).regex(/^\d{1,6}(\.\d{1,6})?~[0-9A-Z]{1,50}$/)

/** Finds items by plain words (开饭店 leads to 食品经营许可), by department, theme, audience and type. */
export const listItems = defineOperation({
  name: 'catalogue.list-items',
  summary: 'Finds service items by plain words, department, theme, audience and type; the best answer comes first',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/items' },
  access: 'public',
  input: z.object({
    q: z.string().trim().max(200).optional(),
    department: Key.optional(),
    theme: Key.optional(),
    audience: z.enum(['person', 'organisation']).optional(),
    itemType: ItemType.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: Cursor.optional(),
  }),
  output: z.object({ items: z.array(ItemLine), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What does somebody need who opens a restaurant?', input: { q: '开饭店' } }],
  async run(ctx, { q, department, theme, audience, itemType, limit, cursor }) {
    const [score, implementCode] = cursor?.split('~') ?? []
    const after = score !== undefined && implementCode !== undefined ? { score, implementCode } : undefined
    const found = await searchItems(ctx.db, { day: dayOf(ctx.now), words: q === '' ? undefined : q, department, theme, audience, itemType, after, limit })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { items: page.map(({ score: _score, ...line }) => line), nextCursor: found.length > limit && last !== undefined ? `${last.score}~${last.implementCode}` : null }
  },
})
