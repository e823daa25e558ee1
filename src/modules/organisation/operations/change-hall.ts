import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { checkHall, openHall } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { HallFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { updateHall } from '../store/places.ts'
import { holdOpen } from '../store/standing.ts'

export const changeHall = defineOperation({
  name: 'organisation.change-hall',
  summary: 'Changes what is registered of a service hall; what it takes stays',
  kind: 'command',
  http: { method: 'PUT', path: '/halls/{hallId}' },
  access: { permission: 'organisation:change-places' },
  input: HallFields.extend({ hallId: Key }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.hallUnknown, organisationErrors.hallClosed, organisationErrors.regionUnknown, organisationErrors.unitUnknown, organisationErrors.unitClosed],
  examples: [
    {
      summary: 'Longer hours',
      input: {
        hallId: 'qu-zhengwu',
        name: '花都区政务服务中心',
        kind: 'serviceCenter',
        unitId: 'zhengwu-zhongxin',
        regionCode: '440114',
        address: '广东省广州市花都区新华街道迎宾大道（示例地址）',
        areaSquareMetres: 12600,
        phone: '020-00009001',
        openingHours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '09:00', to: '17:00', applicants: 'all' }],
        zones: [{ key: 'zonghe', name: '综合受理区', floor: 1 }, { key: 'zhuanchuang', name: '专窗区', floor: 1 }, { key: 'gongcheng', name: '工程建设与重点项目区', floor: 2 }],
      },
    },
  ],
  async run(ctx, { hallId, ...hall }) {
    await openHall(ctx, hallId)
    if (!(await holdOpen(ctx.db, 'hall', hallId))) throw new Refusal(organisationErrors.hallClosed)
    await checkHall(ctx, hall)
    await updateHall(ctx.db, hallId, hall)
    await recordChange(ctx, { kind: 'hall', recordId: hallId, act: 'changed', detail: hall })
    return { id: hallId }
  },
})
