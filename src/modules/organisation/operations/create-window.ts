import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { checkWindow, windowOf, wrongField } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { WindowFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { insertWindow } from '../store/places.ts'

/** Its key follows from hall, zone and number. */
export const createWindow = defineOperation({
  name: 'organisation.create-window',
  summary: 'Opens a window in a zone of a hall, for everything or for the items of some units',
  kind: 'command',
  http: { method: 'POST', path: '/halls/{hallId}/windows', status: 201 },
  access: { permission: 'organisation:change-places' },
  input: WindowFields.extend({ hallId: Key }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.hallUnknown, organisationErrors.hallClosed, organisationErrors.zoneUnknown, organisationErrors.numberTaken, organisationErrors.lastLowCounter, organisationErrors.emptySelection, organisationErrors.unitUnknown, organisationErrors.unitClosed],
  examples: [{ summary: 'One more general window', input: { hallId: 'qu-zhengwu', zone: 'zonghe', number: 99, name: '综合窗口99号', lowCounter: true, units: 'all' } }],
  async run(ctx, { hallId, ...fields }) {
    const id = `${hallId}-${fields.zone}-${fields.number}`
    const window = await windowOf(ctx, fields)
    await checkWindow(ctx, id, hallId, window)
    if (!(await insertWindow(ctx.db, id, hallId, window))) throw wrongField(organisationErrors.numberTaken, 'number')
    await recordChange(ctx, { kind: 'window', recordId: id, act: 'created', detail: { hallId, ...window } })
    return { id }
  },
})
