import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { pageOf, paging } from '../paging.ts'
import { UnitView, UNIT_KINDS } from '../schema.ts'
import { listUnitRows } from '../store/units.ts'

export const listUnits = defineOperation({
  name: 'organisation.list-units',
  summary: 'Lists governments, departments, public utilities and service centres in the order of their keys',
  kind: 'query',
  http: { method: 'GET', path: '/units' },
  access: 'public',
  input: z.object({ kind: z.enum(UNIT_KINDS).optional(), ...paging }),
  output: z.object({ items: z.array(UnitView), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The departments', input: { kind: 'department', limit: 50 } }],
  async run(ctx, { kind, limit, cursor }) {
    return pageOf(await listUnitRows(ctx.db, { kind, after: cursor, limit }), limit, (unit) => unit.id)
  },
})
