import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { RecordClass } from '../schema.ts'
import { countPublished } from '../store/record-lists.ts'

/** O-02: the classes add up to the total; interpretations are counted beside it. */
export const countRecords = defineOperation({
  name: 'publication.count-records',
  summary: 'Counts the records that are public now by class and by unit, and the interpretations',
  kind: 'query',
  http: { method: 'GET', path: '/publication-counts' },
  access: 'public',
  input: z.object({}),
  output: z.object({
    total: z.number().int(),
    interpretations: z.number().int(),
    classes: z.array(z.object({ class: RecordClass, records: z.number().int() })),
    units: z.array(z.object({ unitId: z.string(), records: z.number().int() })),
  }),
  refusals: [],
  examples: [{ summary: 'Now', input: {} }],
  async run(ctx) {
    const counts = await countPublished(ctx.db)
    const sum = (rows: typeof counts): number => rows.reduce((total, { records }) => total + records, 0)
    const records = counts.filter((count) => count.class !== null)
    return {
      total: sum(records),
      interpretations: sum(counts) - sum(records),
      classes: RecordClass.options.map((one) => ({ class: one, records: sum(records.filter((count) => count.class === one)) })),
      units: [...new Set(counts.map(({ unitId }) => unitId))].toSorted().map((unitId) => ({ unitId, records: sum(counts.filter((count) => count.unitId === unitId)) })),
    }
  },
})
