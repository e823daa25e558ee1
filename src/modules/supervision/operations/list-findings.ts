import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { findingLifecycle } from '../lifecycle.ts'
import { FINDING_GRADES, FINDING_SOURCES, Key, Month, Page } from '../schema.ts'
import { listFindingRows } from '../store/findings.ts'

const Row = z.object({
  number: z.string(),
  state: z.string(),
  source: z.string(),
  grade: z.string(),
  violation: z.string(),
  unitId: z.string(),
  staffId: z.string().nullable(),
  points: z.number().int(),
  foundAt: z.string(),
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  overdue: z.boolean(),
})

/** The one register of findings (S-13): all of it for inspectors and supervisors, else what is about one's unit or oneself. */
export const listFindings = defineOperation({
  name: 'supervision.list-findings',
  summary: 'Lists the findings of the register that the caller may see, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/findings' },
  access: { permission: 'supervision:read' },
  input: z.object({
    source: z.enum(FINDING_SOURCES).optional(),
    grade: z.enum(FINDING_GRADES).optional(),
    unitId: Key.optional(),
    state: z.enum(Object.keys(findingLifecycle.states) as [string, ...string[]]).optional(),
    month: Month.optional(),
    ...Page,
  }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What the limits brought in September', input: { source: 'signal', month: '2026-09' } }],
  async run(ctx, { source, grade, unitId, state, month, limit, cursor }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listFindingRows(ctx.db, { scope: scope === 'all' ? null : scope, source: source ?? null, grade: grade ?? null, unitId: unitId ?? null, state: state ?? null, month: month ?? null, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ id: _id, foundAt, dueAt, ...row }) => ({ ...row, foundAt: instantText(foundAt), dueAt: dueAt && instantText(dueAt), overdue: dueAt !== null && ctx.now > dueAt })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
