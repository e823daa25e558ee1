import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { adoptShipped } from '../publish.ts'
import { listPublishedArrangements, newestVersion } from '../store.ts'

/** At every start: takes in the shipped years that the database does not have. What the office published stays. */
export const adoptShippedCalendar = defineOperation({
  name: 'kernel.adopt-shipped-calendar',
  summary: 'Takes the arrangements that ship with the program into the database where it has none',
  kind: 'command',
  access: { permission: 'calendar:publish' },
  input: z.object({}),
  output: z.object({ years: z.array(z.number()) }),
  refusals: [],
  async run(ctx) {
    const published = await listPublishedArrangements(ctx.db, await newestVersion(ctx.db))
    return { years: [...(await adoptShipped(ctx, publishedArrangements, new Set(published.map(({ arrangement }) => arrangement.year))))] }
  },
})
