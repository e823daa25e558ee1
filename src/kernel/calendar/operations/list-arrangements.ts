import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listPublishedArrangements } from '../store.ts'
import { CalendarYear, shownArrangement, ShownArrangement } from '../schema.ts'

/** The notices in force, newest year first; the cursor is the last year that was listed. */
export const listArrangements = defineOperation({
  name: 'kernel.list-arrangements',
  summary: 'Lists the yearly arrangements of days off that are in force, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/arrangements' },
  access: 'public',
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: CalendarYear.optional() }),
  output: z.object({ calendarVersion: z.number(), items: z.array(ShownArrangement), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest notice', input: { limit: 1 } }],
  async run(ctx, { limit, cursor }) {
    const { version, arrangements } = ctx.services.legalCalendar.record
    const published = new Map((await listPublishedArrangements(ctx.db, version)).map((each) => [each.arrangement.year, each]))
    const found = arrangements.filter(({ year }) => cursor === undefined || year < cursor).toSorted((a, b) => b.year - a.year)
    const items = found.slice(0, limit).map((arrangement) => shownArrangement(arrangement, published.get(arrangement.year), true))
    return { calendarVersion: version, items, nextCursor: found.length > limit ? String(items.at(-1)?.year) : null }
  },
})
