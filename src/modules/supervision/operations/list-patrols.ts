import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { readsOffice } from '../access.ts'
import { Page } from '../schema.ts'
import { listPatrolRows } from '../store/patrols.ts'

const Row = z.object({ number: z.string(), state: z.string(), hallId: z.string(), day: z.string(), planned: z.number().int(), made: z.number().int(), faults: z.number().int() })

export const listPatrols = defineOperation({
  name: 'supervision.list-patrols',
  summary: 'Lists the patrols of halls, newest first; those inspected see the visits whose time has come',
  kind: 'query',
  http: { method: 'GET', path: '/patrols' },
  access: { permission: 'supervision:read' },
  input: z.object({ day: Day.optional(), ...Page }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'Those of a day', input: { day: '2026-09-07' } }],
  async run(ctx, { day, limit, cursor }) {
    const wholePlan = readsOffice(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listPatrolRows(ctx.db, { now: ctx.now, wholePlan, day: day ?? null, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: page.map(({ id: _id, ...row }) => row), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
