import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { calendarErrors } from '../errors.ts'
import { listEditions } from '../store.ts'
import { CalendarYear, shownArrangement, ShownArrangement } from '../schema.ts'

/** Every edition of one year's notice, the current one first: what was in force when stays readable. */
export const getArrangement = defineOperation({
  name: 'kernel.get-arrangement',
  summary: 'Shows the arrangement of a year with its earlier editions',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/arrangements/{year}' },
  access: 'public',
  input: z.object({ year: CalendarYear }),
  output: z.object({ editions: z.array(ShownArrangement) }),
  refusals: [calendarErrors.arrangementUnknown],
  examples: [{ summary: 'The notice for 2026', input: { year: 2026 } }],
  async run(ctx, { year }) {
    const editions = await listEditions(ctx.db, year)
    const shipped = publishedArrangements.find((each) => each.year === year)
    if (editions.length > 0) return { editions: editions.map((each, place) => shownArrangement(each.arrangement, each, place === 0)) }
    if (shipped === undefined) throw new Refusal(calendarErrors.arrangementUnknown, { year })
    return { editions: [shownArrangement(shipped, undefined, true)] }
  },
})
