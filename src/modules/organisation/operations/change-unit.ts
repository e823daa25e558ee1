import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { checkUnit, openUnit } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { UnitFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { updateUnit } from '../store/places.ts'
import { holdOpen } from '../store/standing.ts'

export const changeUnit = defineOperation({
  name: 'organisation.change-unit',
  summary: 'Changes what is registered of a unit; its key and kind stay',
  kind: 'command',
  http: { method: 'PUT', path: '/units/{unitId}' },
  access: { permission: 'organisation:change-places' },
  input: UnitFields.extend({ unitId: Key }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.creditCodeTaken, organisationErrors.regionUnknown, organisationErrors.parentBelow, organisationErrors.creditCodeInvalid],
  examples: [
    {
      summary: 'A new telephone for questions',
      input: { unitId: 'shichang-jianguan', name: '广州市花都区市场监督管理局', shortName: '区市场监管局', parentId: 'qu-zhengfu', regionCode: '440114', level: '4', creditCode: '11440114MB2C09998C', management: 'local', phones: { consult: '020-00009901', complaint: '020-00009902' } },
    },
  ],
  async run(ctx, { unitId, ...unit }) {
    await openUnit(ctx, unitId)
    if (!(await holdOpen(ctx.db, 'unit', unitId))) throw new Refusal(organisationErrors.unitClosed)
    await checkUnit(ctx, unitId, unit)
    await updateUnit(ctx.db, unitId, unit)
    await recordChange(ctx, { kind: 'unit', recordId: unitId, act: 'changed', detail: unit })
    return { id: unitId }
  },
})
