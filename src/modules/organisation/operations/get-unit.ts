import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { organisationErrors } from '../errors.ts'
import { Key, UnitView } from '../schema.ts'
import { getUnit as getUnitRow } from '../store/units.ts'

export const getUnit = defineOperation({
  name: 'organisation.get-unit',
  summary: 'One unit with its telephones for questions and complaints',
  kind: 'query',
  http: { method: 'GET', path: '/units/{unitId}' },
  access: 'public',
  input: z.object({ unitId: Key }),
  output: UnitView,
  refusals: [organisationErrors.unitUnknown],
  examples: [{ summary: 'The market regulation bureau', input: { unitId: 'shichang-jianguan' } }],
  async run(ctx, { unitId }) {
    return getUnitRow(ctx.db, unitId)
  },
})
