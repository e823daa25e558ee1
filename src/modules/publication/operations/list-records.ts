import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { validityOn } from '../rules/validity.ts'
import { Key, RecordClass, RecordTheme, Validity } from '../schema.ts'
import { listPublishedRows } from '../store/record-lists.ts'

const Row = z.object({
  number: z.string(),
  indexNo: z.string(),
  /** Null for an interpretation. */
  class: z.string().nullable(),
  theme: z.string(),
  unitId: z.string(),
  title: z.string(),
  summary: z.string(),
  docNo: z.string().nullable(),
  createdOn: z.string(),
  publishedAt: z.string(),
  validity: Validity,
})

/** Where a page ended: instant of publication, `~`, key. */
const Cursor = z.string().max(80).regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z~[0-9a-f-]{36}$/)

/** 政府信息公开目录: index number, name, summary and day of making of every public record (政府信息公开条例 art. 12). */
export const listRecords = defineOperation({
  name: 'publication.list-records',
  summary: 'The catalogue of published records, newest first, by words, class, theme and unit',
  kind: 'query',
  http: { method: 'GET', path: '/publications' },
  access: 'public',
  input: z.object({
    q: z.string().trim().max(200).optional(),
    class: z.enum([...RecordClass.options, 'interpretation']).optional(),
    theme: RecordTheme.optional(),
    unitId: Key.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: Cursor.optional(),
  }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'Normative documents', input: { class: 'normative' } }],
  async run(ctx, { q, class: filed, theme, unitId, limit, cursor }) {
    const [at, id] = cursor?.split('~') ?? []
    const after = at === undefined || id === undefined ? null : { publishedAt: new Date(at), id }
    const found = await listPublishedRows(ctx.db, { words: q || null, class: filed ?? null, theme: theme ?? null, unitId: unitId ?? null, after, limit })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const today = dayOf(ctx.now)
    return {
      items: page.map(({ id: _id, publishedAt, effectiveOn, validUntil, endedAs, ...row }) => ({ ...row, publishedAt: instantText(publishedAt), validity: validityOn(today, { endedAs, effectiveOn, validUntil }) })),
      nextCursor: found.length > limit && last !== undefined ? `${last.publishedAt.toISOString()}~${last.id}` : null,
    }
  },
})
