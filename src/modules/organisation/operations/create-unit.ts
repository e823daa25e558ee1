import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { checkUnit, wrongField } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key, UNIT_KINDS } from '../schema.ts'
import { UnitFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { insertUnit } from '../store/places.ts'

export const createUnit = defineOperation({
  name: 'organisation.create-unit',
  summary: 'Registers a unit under a key that it keeps',
  kind: 'command',
  http: { method: 'POST', path: '/units', status: 201 },
  access: { permission: 'organisation:change-places' },
  input: UnitFields.extend({ id: Key, kind: z.enum(UNIT_KINDS).exclude(['office']) }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.keyTaken, organisationErrors.creditCodeTaken, organisationErrors.regionUnknown, organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.parentBelow, organisationErrors.creditCodeInvalid],
  examples: [
    {
      summary: 'A new bureau',
      input: { id: 'shuju-ziyuan', kind: 'department', name: '花都区数据资源局', shortName: '区数据局', parentId: 'qu-zhengfu', regionCode: '440114', level: '4', creditCode: '11440114MB2C09999F', management: 'local', phones: { consult: '020-00009901', complaint: '020-00009902' } },
    },
  ],
  async run(ctx, { id, kind, ...unit }) {
    await checkUnit(ctx, id, unit)
    if (!(await insertUnit(ctx.db, id, kind, unit))) throw wrongField(organisationErrors.keyTaken, 'id')
    await recordChange(ctx, { kind: 'unit', recordId: id, act: 'created', detail: { kind, ...unit } })
    return { id }
  },
})
