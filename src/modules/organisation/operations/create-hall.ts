import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { checkHall, wrongField } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { HallFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { insertHall } from '../store/places.ts'

/** It takes every item until its windows say otherwise. */
export const createHall = defineOperation({
  name: 'organisation.create-hall',
  summary: 'Registers a service hall under a key that it keeps',
  kind: 'command',
  http: { method: 'POST', path: '/halls', status: 201 },
  access: { permission: 'organisation:change-places' },
  input: HallFields.extend({ id: Key }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.keyTaken, organisationErrors.regionUnknown, organisationErrors.unitUnknown, organisationErrors.unitClosed],
  examples: [
    {
      summary: 'A small hall in a town',
      input: {
        id: 'jichang-fenting',
        name: '花都区政务服务中心空港分厅',
        kind: 'subCenter',
        unitId: 'zhengwu-zhongxin',
        regionCode: '440114',
        address: '广东省广州市花都区空港大道（示例地址）',
        areaSquareMetres: 300,
        phone: '020-00009911',
        openingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', applicants: 'all' }],
        zones: [{ key: 'zonghe', name: '综合受理区', floor: 1 }],
      },
    },
  ],
  async run(ctx, { id, ...hall }) {
    await checkHall(ctx, hall)
    if (!(await insertHall(ctx.db, id, hall))) throw wrongField(organisationErrors.keyTaken, 'id')
    await recordChange(ctx, { kind: 'hall', recordId: id, act: 'created', detail: hall })
    return { id }
  },
})
