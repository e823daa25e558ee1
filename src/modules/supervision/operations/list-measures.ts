import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { measureLifecycle } from '../lifecycle.ts'
import { Key, Month, Page } from '../schema.ts'
import { listMeasureRows } from '../store/measures.ts'

const Row = z.object({
  number: z.string(),
  state: z.string(),
  measure: z.string(),
  unitId: z.string(),
  staffId: z.string().nullable(),
  findingNumber: z.string(),
  documentNumber: z.string().nullable(),
  issuedAt: z.string(),
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  overdue: z.boolean(),
})

/** Cards, letters and talks: all of them for inspectors and supervisors, else those of one's unit or oneself. */
export const listMeasures = defineOperation({
  name: 'supervision.list-measures',
  summary: 'Lists the measures that the caller may see, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/measures' },
  access: { permission: 'supervision:read' },
  input: z.object({ unitId: Key.optional(), month: Month.optional(), state: z.enum(Object.keys(measureLifecycle.states) as [string, ...string[]]).optional(), ...Page }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits for an answer', input: { state: 'issued' } }],
  async run(ctx, { unitId, month, state, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listMeasureRows(ctx.db, { scope: scope === 'all' ? null : scope, findingId: null, unitId: unitId ?? null, month: month ?? null, state: state ?? null, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ number, state: now, measure, unitId: unit, staffId, findingNumber, documentNumber, issuedAt, dueAt, provisional }) => ({
        number,
        state: now,
        measure,
        unitId: unit,
        staffId,
        findingNumber,
        documentNumber,
        issuedAt: instantText(issuedAt),
        dueAt: dueAt && instantText(dueAt),
        provisional,
        overdue: dueAt !== null && ctx.now > dueAt,
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
