import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { ItemState } from '../schema/item-version.ts'
import { Key } from '../schema/scenario.ts'
import { listOfficeItems, type OfficeItem, officeSorts } from '../store/office-items.ts'

/** Where a page ended: the value that the list is sorted by, and the code. */
const Cursor = z
  .string()
  .max(2_000)
  .regex(/^[\w-]+$/)

/** The items as their editors see them: what stands, what is being drafted, what is suspended or cancelled. */
export const listOfficeItemsOperation = defineOperation({
  name: 'catalogue.list-office-items',
  summary: 'Lists items with their state and their drafts for those who edit and publish',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/office/items' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({
    q: z.string().trim().max(200).optional(),
    department: Key.optional(),
    state: z.enum(['PUBLISHED', 'DRAFT', 'SUSPENDED', 'CANCELLED']).optional(),
    sort: z.enum(officeSorts).default('code'),
    order: z.enum(['asc', 'desc']).default('asc'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: Cursor.optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        implementCode: z.string(),
        name: z.string(),
        plainName: z.string(),
        department: z.string(),
        departmentName: z.string(),
        state: ItemState,
        version: z.int(),
        effectiveFrom: Day,
        effectiveTo: Day.nullable(),
        draftVersion: z.int().nullable(),
        editedAt: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'The drafts, those changed last first', input: { state: 'DRAFT', sort: 'edited', order: 'desc' } }],
  async run(ctx, { q, department, state, sort, order, limit, cursor }) {
    const found = await listOfficeItems(ctx.db, { day: dayOf(ctx.now), words: q === '' ? undefined : q, department, state, sort, descending: order === 'desc', after: placeOf(cursor), limit })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { items: page.map(lineOf), nextCursor: found.length > limit && last !== undefined ? Buffer.from(`${last.implementCode}~${last.sorted}`).toString('base64url') : null }
  },
})

function lineOf({ sorted: _sorted, editedAt, ...line }: OfficeItem) {
  return { ...line, editedAt: instantText(editedAt) }
}

/** A cursor that is not ours begins at the first page. */
function placeOf(cursor: string | undefined): readonly [string, string] | undefined {
  const [, implementCode, value] = /^([0-9A-Z]{1,50})~([^\0]*)$/.exec(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) ?? []
  return implementCode === undefined || value === undefined ? undefined : [value, implementCode]
}
